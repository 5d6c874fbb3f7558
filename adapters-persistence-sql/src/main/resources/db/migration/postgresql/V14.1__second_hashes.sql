create unique index step_second on step (second_hash, service_id, kind) where second_hash is not null;

alter table step set (autovacuum_vacuum_scale_factor = 0.02);
