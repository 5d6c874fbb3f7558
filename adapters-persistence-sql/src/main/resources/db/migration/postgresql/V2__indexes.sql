-- What differs on PostgreSQL: partial indexes, which cost nothing for the rows that they leave out, and storage
-- settings.

create unique index token_refresh on token (refresh_hash, service_id) where refresh_hash is not null;
create unique index token_refresh_origin on token (refresh_origin, service_id) where refresh_origin is not null;

create index service_created on service (created_at, id) where removed_at is null;
create index service_marked on service (purge_marked_at) where purge_marked_at is not null;
create index client_marked on client (purge_marked_at) where purge_marked_at is not null;
create index grant_head_marked on grant_head (purge_marked_at) where purge_marked_at is not null;
create index grant_head_maybe_empty on grant_head (maybe_empty_since) where maybe_empty_since is not null;

-- Room in each page for new versions of its rows: authorizations and rewrites touch no indexed column of a head, so
-- they stay in the page and add no index entry. A refresh changes an indexed hash, so room would not help a token.
alter table service set (fillfactor = 70);
alter table client set (fillfactor = 70);
alter table grant_head set (fillfactor = 85);

-- Vacuum after a hundredth of the rows has changed, not a fifth: large tables stay small, and counts of a pair's tokens
-- stay index-only.
alter table token set (
    autovacuum_vacuum_scale_factor = 0.01,
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.02
);
alter table grant_head set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);
alter table authorization_code set (autovacuum_vacuum_scale_factor = 0.02);
alter table ticket set (autovacuum_vacuum_scale_factor = 0.02);
