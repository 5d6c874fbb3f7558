-- Mirrors the table token: access and refresh tokens of the authorization code flow. The tokens of a pair do not stand
-- side by side, as if they had been issued over time.
insert into token (service_id, client_id, client_generation, generation, access_expires_at, purge_at, created_at,
    last_used_at, refresh_expires_at, version, rewrite_number, grant_type, id, access_hash, refresh_hash, subject,
    scopes)
select :service, :client + (pair * 7919::bigint) % :clients, (select generation from client where id = :client),
    benchmark_generation(':shape', pair),
    created_at + interval '1 day', created_at + interval '10 days', created_at, used_at,
    created_at + interval '10 days', 1, 0, 1, id,
    benchmark_hash(benchmark_access(':shape', i)), benchmark_hash(benchmark_refresh(id)),
    ':shape-' || lpad((pair / :clients_of_subject)::text, 9, '0'), ':scopes'
from (
    select i, pair, created_at, created_at as used_at,
        benchmark_id(':shape', i, (extract(epoch from created_at) * 1000)::bigint) as id
    from (
        select i, i % :pairs as pair,
            date_trunc('milliseconds', now() - interval ':age' + (i - :tokens) * interval ':between')
                as created_at
        from generate_series(1, :tokens) i
        offset 0
    ) numbered
    offset 0
) identified
order by i;
