package dev.grantkeep.adapter.sql.grant;

import dev.grantkeep.adapter.sql.event.EventWriting;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

// grant_head (service_id, client_id, generation, version, created_at, modified_at, granted_modified_at,
// purge_marked_at, maybe_empty_since, rewrite_number, subject, former, rewrite_scopes, latest_scopes, merged_scopes,
// token_until, client_created_at, code_generation).
//   find, replace, ofSubject  primary key (service_id, subject, client_id)
//   countTokens               the same and token_pair (service_id, client_id, client_generation, subject, generation),
//                            index-only
// A write that may leave the head empty sets maybe_empty_since, a new generation purge_marked_at and former; the
// reclaimer finds and clears these marks. A new generation also ends what the head knows of its tokens (KnownTokens).
/** The table {@code grant_head}. */
@Singleton
final class SqlGrantStore implements GrantStore {
    /** Of services that are there. */
    private static final String PRESENT =
            " from grant_head h join service s on s.id = h.service_id and s.removed_at is null";

    private static final String FIND = "select " + GrantRowMapper.COLUMNS + PRESENT
            + " where h.service_id = ? and h.subject = ? and h.client_id = ?";
    private static final String ADD = """
            insert into grant_head (service_id, subject, client_id, created_at, maybe_empty_since, generation,
                code_generation, rewrite_number, rewrite_scopes, latest_scopes, merged_scopes, granted_modified_at, modified_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REPLACE = """
            update grant_head
            set purge_marked_at = case when generation = ? then purge_marked_at else ? end,
                former = case when generation = ? then former
                    when coalesce(code_generation, generation) = ?
                    then array_append(coalesce(former, cast(array[] as bigint array)), generation)
                    else array_append(array_append(coalesce(former, cast(array[] as bigint array)), generation),
                        coalesce(code_generation, generation)) end,
                token_until = case when generation = ? then token_until end,
                maybe_empty_since = coalesce(maybe_empty_since, ?), generation = ?,
                code_generation = ?, rewrite_number = ?,
                rewrite_scopes = ?, latest_scopes = ?, merged_scopes = ?, granted_modified_at = ?, modified_at = ?,
                version = ?
            where service_id = ? and subject = ? and client_id = ? and version = ?
            """;
    private static final String OF_SUBJECT = "select " + GrantRowMapper.COLUMNS + PRESENT
            + " where h.service_id = ? and h.subject = ? and h.client_id > ? order by h.client_id limit ?";
    private static final String COUNT_TOKENS = "select count(*)" + PRESENT + """
             join client c on c.id = h.client_id and c.service_id = h.service_id and c.removed_at is null
            join token t on t.client_id = h.client_id and t.client_generation = c.generation
                and t.subject = h.subject and t.generation = h.generation
            where t.service_id = ? and h.service_id = ? and h.subject = ? and h.client_id = ?
            """;

    private final Database database;
    private final EventWriting events;

    SqlGrantStore(Database database, EventWriting events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public Optional<GrantHead> find(GrantKey key) {
        return database.first(FIND, to -> GrantRowMapper.writeKey(key, to), GrantRowMapper::read);
    }

    @Override
    public Saved add(Change<GrantHead> change) {
        GrantHead head = change.state();
        return events.save(
                ADD,
                to -> {
                    GrantRowMapper.writeKey(head.key(), to);
                    to.add(head.createdAt()).add(maybeEmptySince(head));
                    GrantRowMapper.write(head, to);
                },
                Happened.toGrant(change));
    }

    @Override
    public Saved replace(Change<GrantHead> change) {
        GrantHead head = change.state();
        return events.save(
                REPLACE,
                to -> {
                    to.add(head.generation()).add(head.modifiedAt());
                    to.add(head.generation()).add(head.codeGeneration());
                    to.add(head.generation()).add(maybeEmptySince(head));
                    GrantRowMapper.write(head, to);
                    GrantRowMapper.writeKey(head.key(), to);
                    to.addPrevious(head.version());
                },
                Happened.toGrant(change));
    }

    /** A head that remembers granted scopes is not empty. */
    private static @Nullable Instant maybeEmptySince(GrantHead head) {
        return head.granted() == null ? head.modifiedAt() : null;
    }

    @Override
    public List<GrantHead> ofSubject(ServiceId service, Subject subject, @Nullable ClientId after, int limit) {
        long least = after == null ? 0 : after.value();
        return database.all(
                OF_SUBJECT, to -> to.add(service).add(subject).add(least).add(limit), GrantRowMapper::read);
    }

    @Override
    public int countTokens(GrantKey key) {
        return database.count(COUNT_TOKENS, to -> GrantRowMapper.writeKey(key, to.add(key.service())));
    }
}
