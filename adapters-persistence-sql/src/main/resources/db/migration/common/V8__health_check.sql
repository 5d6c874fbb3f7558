-- The one row that a health check changes, to see whether a write can succeed.
create table health_check (
    id smallint primary key,
    writes bigint not null
);

insert into health_check (id, writes) values (1, 0);
