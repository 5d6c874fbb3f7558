-- The short-lived steps toward a token, of all kinds, by their hash: authorization codes, tickets of authorization
-- requests. Those that authorization_code and ticket still hold move here when somebody asks for them; the release before
-- goes on with those two tables, and the next one drops them.
create table step (
    service_id bigint not null,
    -- whom it is of, as far as that is known
    client_id bigint,
    -- the client's generation when the authorization was given
    client_generation bigint,
    -- the head's, likewise
    generation bigint,
    expires_at timestamp(3) with time zone not null,
    rewrite_number integer,
    kind smallint not null,
    -- the token record that it became; absent while it is pending
    settled_as uuid,
    hash bytea not null,
    -- of another value that finds it
    second_hash bytea,
    subject varchar(100),
    -- JSON
    payload varchar not null,
    primary key (hash, service_id, kind)
);

create index step_owner on step (client_id, subject);
create index step_expiry on step (expires_at);
