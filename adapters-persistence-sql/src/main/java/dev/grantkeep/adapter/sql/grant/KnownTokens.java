package dev.grantkeep.adapter.sql.grant;

import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.token.TokenRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

// All by primary key: grant_head (service_id, subject, client_id), client (id).
/**
 * What heads know of their tokens: until when one is there for certain ({@code token_until}). It belongs into the
 * transaction that writes the tokens. A head that knows nothing is right too; it only has to be looked into. So it is
 * noted seldom: when it adds half of a token's life to what is known, and not at each of many refreshes. Who removes a
 * record before the head's knowledge ends makes it forget ({@link EmptyGrantMarks}).
 */
public final class KnownTokens {
    /** In the order of {@link #writeNew}. */
    public static final String NOTE = """
            update grant_head
            set token_until = ?,
                client_created_at = (select c.created_at from client c
                    where c.id = grant_head.client_id and c.service_id = grant_head.service_id)
            where service_id = ? and subject = ? and client_id = ? and generation = ?
                and (token_until is null or token_until < ?)
            """;
    /** In which the heads of tokens are noted; those without come first. */
    public static final Comparator<TokenRecord> ORDER =
            Comparator.comparing(TokenRecord::grantKey, Comparator.nullsFirst(EmptyGrantMarks.ORDER));

    /** The record may be the one that the head knows, and may carry another generation now. */
    private static final String FORGET_IF_MOVED = """
            update grant_head set token_until = null
            where service_id = ? and subject = ? and client_id = ? and generation <> ? and token_until is not null
            """;
    /** Of so many refreshes of a record, one is noted, as long as they come in quick succession. */
    private static final int REFRESHES = 32;

    /** A token of a pair. */
    private record Known(GrantKey key, TokenRecord token, GrantStanding standing) {
        static @Nullable Known of(TokenRecord token) {
            return token.grantKey() == null || token.standing().grant() == null
                    ? null
                    : new Known(token.grantKey(), token, token.standing().grant());
        }

        /** Always in the same order, so that two transactions never wait for each other. */
        static List<Known> of(Collection<TokenRecord> tokens) {
            return tokens.stream()
                    .map(Known::of)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(Known::key, EmptyGrantMarks.ORDER))
                    .toList();
        }

        private Duration halfLife() {
            return Duration.between(token.lastUsedAt(), token.purgeAt()).dividedBy(2);
        }

        void write(Parameters to) throws SQLException {
            to.add(token.purgeAt());
            GrantRowMapper.writeKey(key, to);
            to.add(standing.generation()).add(token.lastUsedAt().plus(halfLife()));
        }

        void writeMoved(Parameters to) throws SQLException {
            GrantRowMapper.writeKey(key, to);
            to.add(standing.generation());
        }

        boolean isRefreshed() {
            Instant refreshedAt = token.lastRefreshedAt();
            return refreshedAt != null && refreshedAt.equals(token.lastUsedAt());
        }

        boolean isOneOfManyRefreshes() {
            Duration between = Duration.between(token.createdAt(), token.lastUsedAt())
                    .dividedBy(token.version().value());
            return isRefreshed()
                    && token.version().value() % REFRESHES != 0
                    && between.multipliedBy(REFRESHES).compareTo(halfLife()) < 0;
        }
    }

    private KnownTokens() {}

    /** Whether there is something to note of a new token. */
    public static boolean concernsNew(TokenRecord token) {
        return Known.of(token) != null;
    }

    /** Whether there is something to note of a token's new state. */
    public static boolean concernsChanged(TokenRecord token) {
        Known known = Known.of(token);
        return known != null && !known.isOneOfManyRefreshes();
    }

    /** These were stored just now. */
    public static void noteNew(Session session, Collection<TokenRecord> tokens) throws SQLException {
        session.writeEach(NOTE, Known.of(tokens), (to, known) -> known.write(to));
    }

    /** For a token that knows its head. */
    public static void writeNew(Parameters to, TokenRecord token) throws SQLException {
        Objects.requireNonNull(Known.of(token), "the token of a step has a grant")
                .write(to);
    }

    /** These have a new state. */
    public static void noteChanged(Session session, Collection<TokenRecord> tokens) throws SQLException {
        List<Known> known =
                Known.of(tokens.stream().filter(KnownTokens::concernsChanged).toList());
        session.writeEach(NOTE, known, (to, one) -> one.write(to));
        List<Known> perhapsMoved =
                known.stream().filter(one -> !one.isRefreshed()).toList();
        session.writeEach(FORGET_IF_MOVED, perhapsMoved, (to, one) -> one.writeMoved(to));
    }
}
