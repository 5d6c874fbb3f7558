-- Whether the record's purge instant was ever moved to an earlier time, so that its head may vouch for it longer than it is
-- there; absent when it never was. For records from before this is not known: they are given the benefit of the doubt,
-- which costs the sweeper a look at the head.
alter table token add column cut_short boolean default true;
alter table token alter column cut_short set default null;
