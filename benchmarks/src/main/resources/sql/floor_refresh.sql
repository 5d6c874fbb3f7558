-- The floor's refresh tokens: what one look-up and one conditional write have to have. It mirrors no table.
create table floor_refresh (
    expires_at bigint not null,
    client_id bigint not null,
    hash bytea primary key,
    access_hash bytea not null,
    subject varchar(100),
    scopes varchar not null
);

insert into floor_refresh (expires_at, client_id, hash, access_hash, subject, scopes)
select (extract(epoch from now()) * 1000)::bigint + 864000000 + i, :client + i % 1000,
    benchmark_hash(benchmark_refresh(benchmark_id('f', i, 0))), benchmark_hash(benchmark_access('a', i)),
    'a-' || lpad((i / 4)::text, 9, '0'), 'read write'
from generate_series(1, :tokens) i;
