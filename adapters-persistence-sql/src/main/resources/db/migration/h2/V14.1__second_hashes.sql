create unique index step_second on step (second_hash, service_id, kind);
