-- Heads that remember nothing as granted, which may be empty when a token of theirs goes. There are few.
create index grant_head_silent on grant_head (service_id, subject, client_id) where latest_scopes is null;
