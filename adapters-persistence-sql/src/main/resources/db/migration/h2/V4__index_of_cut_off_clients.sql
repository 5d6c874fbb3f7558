create index client_cut_off on client (service_id, cut_off);
