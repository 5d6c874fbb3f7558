-- The indexes that are partial on PostgreSQL. H2 has no partial indexes.

create unique index token_refresh on token (refresh_hash, service_id);
create unique index token_refresh_origin on token (refresh_origin, service_id);

create index service_created on service (created_at, id);
create index service_marked on service (purge_marked_at);
create index client_marked on client (purge_marked_at);
create index grant_head_marked on grant_head (purge_marked_at);
create index grant_head_maybe_empty on grant_head (maybe_empty_since);
