-- Every statement names the service of the clients that it means. A look-up by id must not go by an index that begins with
-- the service, which has many, where the planner takes the two for equally good.
create unique index client_of_service on client (id, service_id);
