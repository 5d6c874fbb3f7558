-- The tables and the indexes that H2 and PostgreSQL have in common; V2 adds what differs.
-- The store classes say which index serves which query. There are no foreign keys: what belongs to something removed
-- is dead at once, because every query judges it by what it belongs to, and it is reclaimed later in small batches.
-- Instants have milliseconds. Columns stand in the order that wastes no byte between them on PostgreSQL.

-- A service. Its row stays for good when it is removed, because its id must never be used again.
create table service (
    id bigint primary key,
    version bigint not null,
    created_at timestamp(3) with time zone not null,
    modified_at timestamp(3) with time zone not null,
    -- when it was removed
    removed_at timestamp(3) with time zone,
    -- since when what belonged to it waits to be reclaimed
    purge_marked_at timestamp(3) with time zone,
    number integer not null,
    secret varchar not null,
    -- SHA-256
    secret_hash bytea not null,
    derivation_key varchar not null,
    -- JSON: what Grantkeep models, and what it keeps for the owner unread
    settings varchar not null,
    opaque varchar not null
);

create index service_secret on service (secret_hash);

-- A client of a service. Its row goes when its tokens and heads are reclaimed; until then its id stays in use.
create table client (
    id bigint primary key,
    service_id bigint not null,
    version bigint not null,
    generation bigint not null,
    created_at timestamp(3) with time zone not null,
    modified_at timestamp(3) with time zone not null,
    removed_at timestamp(3) with time zone,
    -- since when tokens of an old generation, or of the removed client, wait to be reclaimed
    purge_marked_at timestamp(3) with time zone,
    number integer not null,
    locked boolean not null,
    secret varchar not null,
    -- absent once the client is removed, so that the alias is free
    alias varchar(200),
    developer varchar(100),
    settings varchar not null,
    opaque varchar not null
);

create unique index client_alias on client (service_id, alias);
create index client_created on client (service_id, created_at, id);
create index client_developer on client (service_id, developer, created_at, id);

-- A grant head: the pair of a client and a subject.
create table grant_head (
    service_id bigint not null,
    client_id bigint not null,
    generation bigint not null,
    version bigint not null,
    created_at timestamp(3) with time zone not null,
    modified_at timestamp(3) with time zone not null,
    granted_modified_at timestamp(3) with time zone,
    -- since when tokens and codes of an old generation wait to be reclaimed
    purge_marked_at timestamp(3) with time zone,
    -- since when it may be empty: its last write at the time when this was noticed
    maybe_empty_since timestamp(3) with time zone,
    rewrite_number integer not null,
    subject varchar(100) not null,
    -- the generations it had before, of which tokens and codes wait to be reclaimed; absent when there are none
    former bigint array,
    -- space-joined; absent when there are none
    rewrite_scopes varchar,
    -- space-joined; both absent when nothing is remembered as granted
    latest_scopes varchar,
    merged_scopes varchar,
    primary key (service_id, subject, client_id)
);

create index grant_head_client on grant_head (client_id);

-- A token record: one access token with, possibly, its refresh token. Hashes are SHA-256.
create table token (
    service_id bigint not null,
    client_id bigint not null,
    -- the client's generation when the authorization was given
    client_generation bigint not null,
    -- the head's, likewise; absent without a subject
    generation bigint,
    access_expires_at timestamp(3) with time zone not null,
    purge_at timestamp(3) with time zone not null,
    created_at timestamp(3) with time zone not null,
    last_used_at timestamp(3) with time zone not null,
    refresh_expires_at timestamp(3) with time zone,
    last_refreshed_at timestamp(3) with time zone,
    version integer not null,
    -- the head's rewrite number, likewise
    rewrite_number integer,
    grant_type smallint not null,
    -- version 7: ascends with time
    id uuid not null,
    access_hash bytea not null,
    refresh_hash bytea,
    refresh_origin bytea,
    subject varchar(100),
    -- space-joined
    scopes varchar not null,
    -- absent when they are the same text as the scopes
    refresh_scopes varchar,
    -- JSON; absent when there are none
    properties varchar,
    details varchar,
    primary key (id, service_id)
);

create unique index token_access on token (access_hash, service_id);
create index token_pair on token (client_id, client_generation, subject, generation);
create index token_purge on token (purge_at);

-- An authorization code, by its hash.
create table authorization_code (
    service_id bigint not null,
    client_id bigint not null,
    client_generation bigint not null,
    generation bigint,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    rewrite_number integer,
    redirect_uri_given boolean not null,
    -- the token record that it became; absent while it is pending
    redeemed_as uuid,
    hash bytea not null,
    subject varchar(100) not null,
    scopes varchar not null,
    redirect_uri varchar not null,
    challenge varchar(128),
    challenge_method varchar(10),
    properties varchar,
    details varchar,
    primary key (hash, service_id)
);

create index authorization_code_pair on authorization_code (client_id, subject);
create index authorization_code_expiry on authorization_code (expires_at);

-- The ticket of an authorization request, by its hash.
create table ticket (
    service_id bigint not null,
    expires_at timestamp(3) with time zone not null,
    hash bytea not null,
    -- JSON
    request varchar not null,
    primary key (hash, service_id)
);

create index ticket_expiry on ticket (expires_at);
create index ticket_service on ticket (service_id);
