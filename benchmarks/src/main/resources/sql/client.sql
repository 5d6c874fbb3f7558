-- Mirrors the table client: copies of one client that was made through the API, with the ids that follow its own.
insert into client (id, service_id, version, generation, created_at, modified_at, number, locked, secret, developer,
    settings, opaque)
select id + i, service_id, version, generation, created_at + i * interval '1 ms', modified_at, number + i, locked,
    secret, developer, settings, opaque
from client, generate_series(1, :clients - 1) i
where id = :client
order by i;
