package dev.grantkeep.adapter.sql.step;

import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.token.TokenId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

// step (service_id, client_id, client_generation, generation, expires_at, rewrite_number, kind, settled_as, hash,
// second_hash, subject, payload).
//   find, settle, rewrite, take  primary key (hash, service_id, kind)
//   findBySecond                 step_second (second_hash, service_id, kind)
// The head and the service are joined by their primary keys.
/** The table {@code step}. */
@Singleton
final class SqlStepStore implements StepStore {
    static final String ADD = """
            insert into step (hash, service_id, kind, second_hash, client_id, subject, client_generation, generation,
                rewrite_number, expires_at, settled_as, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = find("k.hash");
    private static final String FIND_BY_SECOND = find("k.second_hash");
    private static final String IN_A_SERVICE =
            " and exists (select 1 from service s where s.id = step.service_id and s.removed_at is null)";
    private static final String SETTLE =
            "update step set settled_as = ? where " + StepRowMapper.KEY + " and settled_as is null" + IN_A_SERVICE;
    private static final String REWRITE =
            "update step set payload = ? where " + StepRowMapper.KEY + " and settled_as is null" + IN_A_SERVICE;
    private static final String LOCK = "select client_id, subject from step where " + StepRowMapper.KEY + " for update";
    private static final String DELETE = "delete from step where " + StepRowMapper.KEY + IN_A_SERVICE;

    private final Database database;
    private final FormerSteps former;

    SqlStepStore(Database database) {
        this.database = database;
        former = new FormerSteps(database);
    }

    private static String find(String hash) {
        return "select " + StepRowMapper.COLUMNS + """
                 from step k
                join service s on s.id = k.service_id and s.removed_at is null
                left join grant_head h
                    on h.service_id = k.service_id and h.subject = k.subject and h.client_id = k.client_id
                where %s = ? and k.service_id = ? and k.kind = ?
                """.formatted(hash);
    }

    @Override
    public Saved add(Step step) {
        return database.save(ADD, to -> StepRowMapper.write(step, to));
    }

    @Override
    public <T> Optional<StepInContext<T>> find(StepKey<T> key) {
        return find(FIND, key).or(() -> former.mayHave(key) ? findMoved(key) : Optional.empty());
    }

    /** If another call moved it meanwhile, it is there as well. */
    private <T> Optional<StepInContext<T>> findMoved(StepKey<T> key) {
        former.move(key);
        return find(FIND, key);
    }

    @Override
    public <T> Optional<StepInContext<T>> findBySecond(StepKey<T> second) {
        return find(FIND_BY_SECOND, second);
    }

    private <T> Optional<StepInContext<T>> find(String sql, StepKey<T> key) {
        return database.first(sql, to -> StepRowMapper.writeKey(key, to), row -> StepRowMapper.readInContext(key, row));
    }

    @Override
    public boolean settle(StepKey<?> key, TokenId token) {
        return database.write(SETTLE, to -> StepRowMapper.writeKey(key, to.add(token))) == 1;
    }

    @Override
    public boolean rewrite(Step step) {
        return database.write(REWRITE, to -> StepRowMapper.writeKey(step.key(), to.add(JsonText.write(step.payload()))))
                == 1;
    }

    @Override
    public boolean take(StepKey<?> key) {
        return key.kind().isOfGrant()
                ? database.inTransaction(session -> takeFromGrant(session, key))
                : database.write(DELETE, to -> StepRowMapper.writeKey(key, to)) == 1;
    }

    private static boolean takeFromGrant(Session session, StepKey<?> key) throws SQLException {
        @Nullable
        GrantKey grant = session.first(
                LOCK,
                to -> StepRowMapper.writeKey(key, to),
                row -> new GrantKey(key.service(), row.clientId(), row.subject()));
        if (grant == null || session.write(DELETE, to -> StepRowMapper.writeKey(key, to)) == 0) {
            return false;
        }
        EmptyGrantMarks.set(session, List.of(grant));
        return true;
    }
}
