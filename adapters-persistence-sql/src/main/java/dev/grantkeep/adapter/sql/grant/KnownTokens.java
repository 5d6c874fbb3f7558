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
 * noted seldom: when it adds half of a token's life to what is known.
 */
public final class KnownTokens {
    private static final String NOTE_NEW = """
            update grant_head
            set token_until = ?, client_created_at = (select c.created_at from client c where c.id = ?)
            where service_id = ? and subject = ? and client_id = ? and generation = ?
                and (token_until is null or token_until < ?)
            """;
    /** The record may be the one that the head knows, and may end earlier now or carry another generation. */
    private static final String NOTE_CHANGED = """
            update grant_head
            set token_until = case when generation = ? then cast(? as timestamp(3) with time zone) end,
                client_created_at = (select c.created_at from client c where c.id = ?)
            where service_id = ? and subject = ? and client_id = ?
                and case when generation = ? then token_until is null or token_until < ? or token_until > ?
                    else token_until is not null end
            """;

    private static final String FORGET = """
            update grant_head set token_until = null
            where service_id = ? and subject = ? and client_id = ? and token_until is not null
            """;

    /** A token of a pair. */
    private record Known(GrantKey key, TokenRecord token, GrantStanding standing) {
        static @Nullable Known of(TokenRecord token) {
            return token.subject() == null || token.standing().grant() == null
                    ? null
                    : new Known(
                            new GrantKey(token.service(), token.client(), token.subject()),
                            token,
                            token.standing().grant());
        }

        static List<Known> of(Collection<TokenRecord> tokens) {
            return tokens.stream()
                    .map(Known::of)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(Known::key, EmptyGrantMarks.ORDER))
                    .toList();
        }

        /** What is known until then or longer is not worth a write. */
        Instant enough() {
            Duration left = Duration.between(token.lastUsedAt(), token.purgeAt());
            return token.lastUsedAt().plusMillis(left.toMillis() / 2);
        }

        void writeNew(Parameters to) throws SQLException {
            to.add(token.purgeAt()).add(key.client());
            GrantRowMapper.writeKey(key, to);
            to.add(standing.generation()).add(enough());
        }

        void writeChanged(Parameters to) throws SQLException {
            to.add(standing.generation()).add(token.purgeAt()).add(key.client());
            GrantRowMapper.writeKey(key, to);
            to.add(standing.generation()).add(enough()).add(token.purgeAt());
        }
    }

    private KnownTokens() {}

    /** Whether a token is one that a head may know. */
    public static boolean concerns(TokenRecord token) {
        return Known.of(token) != null;
    }

    /** These were stored just now. */
    public static void noteNew(Session session, Collection<TokenRecord> tokens) throws SQLException {
        session.writeEach(NOTE_NEW, Known.of(tokens), (to, known) -> known.writeNew(to));
    }

    /** These have a new state. */
    public static void noteChanged(Session session, Collection<TokenRecord> tokens) throws SQLException {
        session.writeEach(NOTE_CHANGED, Known.of(tokens), (to, known) -> known.writeChanged(to));
    }

    /** A record of this pair is removed before its purge instant. */
    public static void forget(Session session, GrantKey key) throws SQLException {
        session.write(FORGET, to -> GrantRowMapper.writeKey(key, to));
    }
}
