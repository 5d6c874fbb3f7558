-- The generation that the head's codes carry, where it is not that of the tokens: a token that ends the older ones of its
-- client and subject ends no code. Absent where both are the same.
alter table grant_head add column code_generation bigint;
