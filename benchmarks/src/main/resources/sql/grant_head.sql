-- Mirrors the table grant_head: one for each pair of a client and a subject. It remembers what was granted, as after
-- any authorization by a user, and knows of a token, as after any issue.
insert into grant_head (service_id, client_id, generation, version, created_at, modified_at, granted_modified_at,
    rewrite_number, subject, latest_scopes, merged_scopes, token_until, client_created_at)
select :service, c.id, benchmark_generation(':shape', pair), 1,
    now(), now(), now(), 0,
    ':shape-' || lpad((pair / :clients_of_subject)::text, 9, '0'), ':scopes', ':scopes',
    now() - interval ':age' - :tokens * interval ':between' + interval '10 days', c.created_at
from generate_series(0, :pairs - 1) pair
join client c on c.id = :client + (pair * 7919::bigint) % :clients
order by pair;
