-- The floor's tokens: what a look-up by hash has to have, and nothing more. It mirrors no table.
create table floor_token (
    expires_at bigint not null,
    client_id bigint not null,
    hash bytea primary key,
    subject varchar(100),
    scopes varchar not null
);

insert into floor_token (expires_at, client_id, hash, subject, scopes)
select (extract(epoch from now()) * 1000)::bigint + 86400000 + i, :client + i % 1000,
    benchmark_hash(benchmark_access('a', i)), 'a-' || lpad((i / 4)::text, 9, '0'), 'read write'
from generate_series(1, :tokens) i;
