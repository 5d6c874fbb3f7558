package dev.grantkeep.adapter.sql.step;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.domain.token.TokenId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

// authorization_code, ticket: primary key (hash, service_id).
/**
 * The tables of codes and tickets of the release before, which may still write them while this one runs beside it. A step
 * that is asked for and is there moves to where the steps are. This class and the two tables go with the next release.
 */
final class FormerSteps {
    private static final String CODE = """
            select client_id, subject, client_generation, generation, rewrite_number, expires_at, redeemed_as,
                scopes, redirect_uri, redirect_uri_given, challenge_method, challenge, properties, details, created_at
            from authorization_code where hash = ? and service_id = ? for update
            """;
    private static final String TICKET =
            "select expires_at, request from ticket where hash = ? and service_id = ? for update";
    private static final String DELETE_CODE = "delete from authorization_code where hash = ? and service_id = ?";
    private static final String DELETE_TICKET = "delete from ticket where hash = ? and service_id = ?";

    private final Database database;

    FormerSteps(Database database) {
        this.database = database;
    }

    boolean mayHave(StepKey<?> key) {
        return key.kind() == StepKinds.CODE || key.kind() == StepKinds.TICKET;
    }

    /** Moves the step, if it is there. */
    void move(StepKey<?> key) {
        if (key.kind() == StepKinds.CODE) {
            database.saveInTransaction(session -> move(session, key, CODE, DELETE_CODE));
        } else {
            database.saveInTransaction(session -> move(session, key, TICKET, DELETE_TICKET));
        }
    }

    private static int move(Session session, StepKey<?> key, String find, String delete) throws SQLException {
        @Nullable
        Step step = session.first(
                find,
                to -> to.add(key.hash()).add(key.service()),
                row -> key.kind() == StepKinds.CODE ? readCode(key, row) : readTicket(key, row));
        if (step == null) {
            return 0;
        }
        session.write(SqlStepStore.ADD, to -> StepRowMapper.write(step, to));
        return session.write(delete, to -> to.add(key.hash()).add(key.service()));
    }

    private static Step readTicket(StepKey<?> key, Row row) throws SQLException {
        Instant expiresAt = row.instant();
        Map<String, Object> request = JsonText.read(row.text());
        return whole(key, new Step(key, null, new Step.Owner(null, null, null), expiresAt, null, request));
    }

    /** A code knew only those members of its request that a token request needs. */
    private static Step readCode(StepKey<?> key, Row row) throws SQLException {
        Step.Owner owner = StepRowMapper.readOwner(row);
        Instant expiresAt = row.instant();
        @Nullable TokenId redeemedAs = row.tokenIdOrNull();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("client", owner.client() == null ? 0L : owner.client().value());
        payload.put("scopes", row.text());
        payload.put("redirectUri", row.text());
        payload.put("redirectUriGiven", row.flag());
        put(payload, "challengeMethod", row.textOrNull());
        put(payload, "challenge", row.textOrNull());
        @Nullable String properties = row.textOrNull();
        put(payload, "properties", properties == null ? null : JsonText.readArray(properties));
        @Nullable String details = row.textOrNull();
        put(payload, "details", details == null ? null : JsonText.read(details));
        payload.put("createdAt", row.instant().toEpochMilli());
        return whole(key, new Step(key, null, owner, expiresAt, redeemedAs, payload));
    }

    /** As a step of its kind is stored now. */
    private static <T> Step whole(StepKey<T> key, Step former) {
        return key.kind().toStep(key.kind().read(former));
    }

    private static void put(Map<String, Object> payload, String name, @Nullable Object value) {
        if (value != null) {
            payload.put(name, value);
        }
    }
}
