-- Mirrors the table step: copies of one authorization code that was issued, each of a pair's user and client, as if that
-- user had just given it.
insert into step (service_id, client_id, client_generation, generation, expires_at, rewrite_number, kind, hash, subject,
    payload)
select s.service_id, c.client_id, s.client_generation, benchmark_generation(':shape', pair),
    now() + interval '6 hours', s.rewrite_number, s.kind, benchmark_hash(left(benchmark_access(':shape', i), 43)),
    ':shape-' || lpad((pair / :clients_of_subject)::text, 9, '0'),
    replace(s.payload, s.client_id::text, c.client_id::text)
from step s, (
    select i, i % :pairs as pair, :client + (i % :pairs * 7919::bigint) % :clients as client_id
    from generate_series(1, :codes) i
) c
where s.service_id = :service and s.hash = decode(':issued', 'hex');
