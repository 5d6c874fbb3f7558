-- Every statement names the service of the tokens that it means, and a count of a pair's is answered by the index alone.
drop index token_pair;
create index token_pair on token (service_id, client_id, client_generation, subject, generation);
