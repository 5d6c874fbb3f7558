-- What a head knows of its tokens, so that the clients of a subject are listed without a look at the tokens and the
-- client of each.

-- Until then it has a token of its generation, if its client was never cut off; absent when that is not known. It ends
-- no later than the record that it was noted for, and goes when any record of the pair goes before its time.
alter table grant_head add column token_until timestamp(3) with time zone;
-- When the client was created; noted with the former, and never changes.
alter table grant_head add column client_created_at timestamp(3) with time zone;

-- Whether its generation ever changed, or it was removed: what heads know of their tokens does not hold for it.
alter table client add column cut_off boolean default false not null;
update client set cut_off = true where purge_marked_at is not null;
