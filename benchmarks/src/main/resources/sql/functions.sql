-- How the values of the benchmarks' tokens follow from a shape (a short name for a set of rows) and a number, so that
-- whoever makes load knows the tokens of rows that were never issued. Only their hashes are stored, as always.

-- 64 characters, as an access token of Grantkeep has.
create function benchmark_access(shape text, i bigint) returns text
    language sql immutable parallel safe
    return rpad(shape || '-' || lpad(i::text, 10, '0'), 64, 'x');

create function benchmark_hash(value text) returns bytea
    language sql immutable parallel safe
    return sha256(convert_to(value, 'UTF8'));

-- A UUID of version 7 (RFC 9562) of this millisecond.
create function benchmark_id(shape text, i bigint, millis bigint) returns uuid
    language sql immutable parallel safe
    return (lpad(to_hex(millis), 12, '0') || '7' || substr(md5(shape || i), 1, 3)
        || '8' || substr(md5(shape || i), 4, 15))::uuid;

-- The record's id and 16 bytes that take the place of the secret ones, in base64url: the form of Grantkeep's refresh
-- tokens.
create function benchmark_refresh(id uuid) returns text
    language sql immutable parallel safe
    return translate(rtrim(encode(uuid_send(id) || substr(sha256(uuid_send(id)), 1, 16), 'base64'), '='), '+/', '-_');

-- A generation of a head.
create function benchmark_generation(shape text, pair bigint) returns bigint
    language sql immutable parallel safe
    return hashtextextended(shape || '-' || pair, 42);
