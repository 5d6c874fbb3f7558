package dev.grantkeep.adapter.sql.step;

import dev.grantkeep.adapter.sql.grant.GrantRowMapper;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.value.Generation;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Between steps and their rows. */
public final class StepRowMapper {
    /** The primary key, in the order of {@link #writeKey}. */
    public static final String KEY = "hash = ? and service_id = ? and kind = ?";

    /** All columns, in the order of {@link #write}, and a place for the value of each. */
    static final String COLUMNS = " (hash, service_id, kind, second_hash, client_id, subject, client_generation,"
            + " generation, rewrite_number, expires_at, settled_as, payload, version) ";

    static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    /** What {@link #readInContext} reads: the step k and its grant head h. */
    static final String SELECT =
            "select k.hash, k.service_id, k.second_hash, k.client_id, k.subject, k.client_generation, k.generation,"
                    + " k.rewrite_number, k.expires_at, k.settled_as, k.payload, k.version, "
                    + GrantRowMapper.STATE_COLUMNS + """
                     from step k
                    join service s on s.id = k.service_id and s.removed_at is null
                    left join grant_head h
                        on h.service_id = k.service_id and h.subject = k.subject and h.client_id = k.client_id
                    """;

    private StepRowMapper() {}

    public static Parameters writeKey(StepKey<?> key, Parameters to) throws SQLException {
        return to.add(key.hash()).add(key.service()).add(key.kind().number());
    }

    /** All columns. */
    static void write(Step step, Parameters to) throws SQLException {
        writeKey(step.key(), to).add(step.secondHash());
        writeOwner(step.owner(), to);
        to.add(step.expiresAt())
                .add(step.settledAs())
                .add(JsonText.write(step.payload()))
                .add(step.version());
    }

    /** The columns client_id, subject, client_generation, generation, rewrite_number. */
    static void writeOwner(Step.Owner owner, Parameters to) throws SQLException {
        @Nullable Standing standing = owner.standing();
        to.add(owner.client()).add(owner.subject()).add(standing == null ? null : standing.client());
        GrantRowMapper.writeStanding(standing == null ? null : standing.grant(), to);
    }

    static StepInContext<Step> readInContext(StepKind<?> kind, Row row) throws SQLException {
        TokenHash hash = row.hash();
        Step step = new Step(
                kind.key(row.serviceId(), hash),
                row.hashOrNull(),
                readOwner(row),
                row.instant(),
                row.tokenIdOrNull(),
                JsonText.read(row.text()),
                row.version());
        return new StepInContext<>(step, GrantRowMapper.readState(row));
    }

    /** Of the columns client_id, subject, client_generation, generation, rewrite_number. */
    static Step.Owner readOwner(Row row) throws SQLException {
        @Nullable Long client = row.numberOrNull();
        return new Step.Owner(client == null ? null : new ClientId(client), row.subjectOrNull(), readStanding(row));
    }

    private static @Nullable Standing readStanding(Row row) throws SQLException {
        @Nullable Long client = row.numberOrNull();
        @Nullable GrantStanding grant = GrantRowMapper.readStanding(row);
        return client == null ? null : new Standing(new Generation(client), grant);
    }
}
