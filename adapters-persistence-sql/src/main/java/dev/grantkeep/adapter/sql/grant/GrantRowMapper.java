package dev.grantkeep.adapter.sql.grant;

import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.grant.GrantedScopes;
import dev.grantkeep.domain.grant.Rewrite;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.value.Generation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between grant heads and their rows. */
public final class GrantRowMapper {
    /** What {@link #readState} reads: all absent where a join found no head. */
    public static final String STATE_COLUMNS = "h.generation, h.code_generation, h.rewrite_number, h.rewrite_scopes";

    static final String COLUMNS = "h.service_id, h.client_id, h.subject, " + STATE_COLUMNS
            + ", h.latest_scopes, h.merged_scopes, h.granted_modified_at, h.created_at, h.modified_at, h.version";

    private GrantRowMapper() {}

    /** The primary key. */
    public static void writeKey(GrantKey key, Parameters to) throws SQLException {
        to.add(key.service()).add(key.subject()).add(key.client());
    }

    /**
     * What can change: generation, code_generation, rewrite_number, rewrite_scopes, latest_scopes, merged_scopes, granted_modified_at,
     * modified_at, version.
     */
    static void write(GrantHead head, Parameters to) throws SQLException {
        Rewrite rewrite = head.rewrite();
        to.add(head.generation())
                .add(ownCodeGeneration(head))
                .add(rewrite.number())
                .add(rewrite.scopes().isEmpty() ? null : rewrite.scopes());
        write(head.granted(), to);
        to.add(head.modifiedAt()).add(head.version());
    }

    /** Absent if it is that of the tokens, as in most heads. */
    static @Nullable Generation ownCodeGeneration(GrantHead head) {
        return head.codeGeneration().equals(head.generation()) ? null : head.codeGeneration();
    }

    private static void write(@Nullable GrantedScopes granted, Parameters to) throws SQLException {
        to.add(granted == null ? null : granted.latest())
                .add(granted == null ? null : granted.merged())
                .add(granted == null ? null : granted.modifiedAt());
    }

    static GrantHead read(Row row) throws SQLException {
        GrantKey key = readKey(row);
        HeadState state = Objects.requireNonNull(readState(row), "a head has a generation");
        return new GrantHead(
                key,
                state.generation(),
                state.codeGeneration(),
                state.rewrite(),
                readGranted(row),
                row.instant(),
                row.instant(),
                row.version());
    }

    /** Of the columns service_id, client_id, subject. */
    public static GrantKey readKey(Row row) throws SQLException {
        return new GrantKey(row.serviceId(), row.clientId(), row.subject());
    }

    public static @Nullable HeadState readState(Row row) throws SQLException {
        @Nullable Long generation = row.numberOrNull();
        @Nullable Long codeGeneration = row.numberOrNull();
        int rewriteNumber = row.integer();
        @Nullable ScopeSet rewriteScopes = row.scopesOrNull();
        return generation == null
                ? null
                : new HeadState(
                        new Generation(generation),
                        new Generation(codeGeneration == null ? generation : codeGeneration),
                        new Rewrite(rewriteNumber, rewriteScopes == null ? ScopeSet.EMPTY : rewriteScopes));
    }

    /** The columns generation and rewrite_number of a token or code. */
    public static void writeStanding(@Nullable GrantStanding standing, Parameters to) throws SQLException {
        to.add(standing == null ? null : standing.generation())
                .add(standing == null ? null : Integer.valueOf(standing.rewriteNumber()));
    }

    public static @Nullable GrantStanding readStanding(Row row) throws SQLException {
        @Nullable Long generation = row.numberOrNull();
        int rewriteNumber = row.integer();
        return generation == null ? null : new GrantStanding(new Generation(generation), rewriteNumber);
    }

    private static @Nullable GrantedScopes readGranted(Row row) throws SQLException {
        @Nullable ScopeSet latest = row.scopesOrNull();
        @Nullable ScopeSet merged = row.scopesOrNull();
        @Nullable Instant modifiedAt = row.instantOrNull();
        return latest == null || merged == null || modifiedAt == null
                ? null
                : new GrantedScopes(latest, merged, modifiedAt);
    }
}
