-- The seat of a client among those of its developer, where the service limits how many there may be; absent where it was
-- not limited when the client was created, and once the client is removed. Those that are absent are not alike.
alter table client add column seat integer;
create unique index client_seat on client (service_id, developer, seat);
