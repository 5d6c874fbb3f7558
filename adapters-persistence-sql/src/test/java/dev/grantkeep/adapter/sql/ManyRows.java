package dev.grantkeep.adapter.sql;

import java.util.List;

/**
 * Some ten thousand rows, made by PostgreSQL itself, so that its planner has something to choose from. Client 1000 of
 * service 1 and the subject {@code busy} have many tokens with each other, and others have marks for the sweeper.
 */
final class ManyRows {
    static final List<String> STATEMENTS = List.of(
            """
            insert into service (id, number, secret, secret_hash, derivation_key, settings, opaque, created_at,
                modified_at, version)
            select i, i, 's' || i, sha256(('s' || i)::bytea), 'd',
                '{"scopes": [], "grantTypes": [], "responseTypes": [], "tokenAuthMethods": [], "durations": {},
                  "refresh": {}, "authorization": {}, "demands": [], "attributes": []}',
                '{}', '2026-01-01Z', '2026-01-01Z', 1
            from generate_series(1, 2000) i
            """,
            """
            insert into client (id, service_id, number, secret, developer, alias, settings, opaque, locked, generation,
                created_at, modified_at, version)
            select i, case when i <= 1000 then 1 else i - 998 end, i, 's', 'developer-' || i % 50, 'alias-' || i,
                '{"aliasEnabled": false, "type": "PUBLIC", "applicationType": "WEB", "redirectUris": [],
                  "responseTypes": [], "grantTypes": [], "authMethod": "NONE", "durations": {}, "defaultMaxAge": 0,
                  "singleAccessTokenPerSubject": false, "pkceRequired": false, "pkceS256Required": false,
                  "demands": [], "attributes": []}',
                '{}', false, i, '2026-01-01Z', '2026-01-01Z', 1
            from generate_series(1, 2998) i
            """,
            """
            insert into grant_head (service_id, subject, client_id, created_at, maybe_empty_since, generation,
                rewrite_number, modified_at, version)
            select c.service_id, case when u = 1 and c.id between 981 and 1000 then 'busy' else 'user-' || c.id % 100 || '-' || u end, c.id,
                '2026-01-01Z', case when c.id = 20 then timestamptz '2026-01-01Z' end, u, 0, '2026-01-01Z', 1
            from client c cross join generate_series(1, 5) u
            """,
            """
            insert into token (id, service_id, client_id, subject, client_generation, generation, rewrite_number,
                grant_type, access_hash, access_expires_at, purge_at, created_at, last_used_at, version, scopes)
            select gen_random_uuid(), h.service_id, h.client_id, h.subject, h.client_id, h.generation, 0, 1,
                sha256((h.client_id || h.subject || i)::bytea), '2026-02-01Z',
                timestamptz '2026-01-15Z' + h.client_id * interval '1 hour', '2026-01-01Z', '2026-01-01Z', 1, 'read'
            from grant_head h
            cross join lateral generate_series(1, case when h.client_id = 1000 then 100 else 2 end) i
            """,
            "update token set refresh_hash = sha256(access_hash), refresh_expires_at = '2026-03-01Z'",
            "update token set refresh_origin = sha256(refresh_hash) where client_id % 10 = 0",
            """
            insert into step (hash, service_id, kind, client_id, subject, client_generation, generation, rewrite_number,
                expires_at, payload)
            select sha256(('code' || h.client_id || h.subject)::bytea), h.service_id, 2, h.client_id, h.subject,
                h.client_id, h.generation, 0, timestamptz '2026-01-15Z' + h.client_id * interval '1 hour', '{}'
            from grant_head h
            """,
            """
            insert into step (hash, service_id, kind, second_hash, client_id, expires_at, payload)
            select sha256(('ticket' || i)::bytea), 1 + i % 2000, 1, sha256(('second' || i)::bytea), 1 + i % 2998,
                timestamptz '2026-01-15Z' + i * interval '1 hour', '{}'
            from generate_series(1, 10000) i
            """,
            """
            insert into authorization_code (hash, service_id, client_id, subject, scopes, client_generation, generation,
                rewrite_number, redirect_uri, redirect_uri_given, created_at, expires_at)
            select sha256(('code' || h.client_id || h.subject)::bytea), h.service_id, h.client_id, h.subject, 'read',
                h.client_id, h.generation, 0, 'https://client.example/', true, '2026-01-01Z',
                timestamptz '2026-01-15Z' + h.client_id * interval '1 hour'
            from grant_head h
            """,
            """
            insert into ticket (hash, service_id, expires_at, request)
            select sha256(('ticket' || i)::bytea), 1 + i % 2000, timestamptz '2026-01-15Z' + i * interval '1 hour', '{}'
            from generate_series(1, 10000) i
            """,
            "update grant_head set former = array[generation], generation = 0, purge_marked_at = '2026-01-01Z' where client_id = 10",
            "update client set generation = 0, purge_marked_at = '2026-01-01Z' where id = 30",
            "update service set removed_at = '2026-01-01Z', purge_marked_at = '2026-01-01Z' where id = 40",
            "vacuum analyze service, client, grant_head, token, step, authorization_code, ticket");

    private ManyRows() {}
}
