package dev.grantkeep.adapter.sql.step;

import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.adapter.sql.jdbc.Trip;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.token.TokenId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

// step (service_id, client_id, client_generation, generation, expires_at, rewrite_number, kind, settled_as, hash,
// second_hash, subject, payload, version).
//   find, settle, rewrite, replace, take  primary key (hash, service_id, kind)
//   findBySecond                          step_second (second_hash, service_id, kind)
// The head and the service are joined by their primary keys.
/** The table {@code step}. */
@Singleton
final class SqlStepStore implements StepStore {
    static final String ADD = "insert into step" + StepRowMapper.COLUMNS + "values (" + StepRowMapper.VALUES + ")";
    private static final String FIND_BY_SECOND =
            StepRowMapper.SELECT + "where k.second_hash = ? and k.service_id = ? and k.kind = ?";
    private static final String IN_A_SERVICE =
            " and exists (select 1 from service s where s.id = step.service_id and s.removed_at is null)";
    private static final String SETTLE =
            "update step set settled_as = ? where " + StepRowMapper.KEY + " and settled_as is null" + IN_A_SERVICE;
    private static final String REWRITE =
            "update step set payload = ? where " + StepRowMapper.KEY + " and settled_as is null" + IN_A_SERVICE;
    private static final String REPLACE = StepReplacing.REPLACE + IN_A_SERVICE;
    private static final String LOCK = "select client_id, subject from step where " + StepRowMapper.KEY + " for update";
    private static final String DELETE = "delete from step where " + StepRowMapper.KEY + IN_A_SERVICE;

    private final Database database;
    private final FormerSteps former;
    private final Coalescing<StepAdding.New, Saved> adding;
    private final Coalescing<StepReplacing.Next, Boolean> replacing;
    private final Map<StepKind<?>, Coalescing<StepKey<?>, Optional<StepInContext<Step>>>> finding =
            new ConcurrentHashMap<>();

    SqlStepStore(Database database) {
        this.database = database;
        adding = new Coalescing<>(new StepAdding(database), database.trips(Trip.ADD_STEP));
        replacing = new Coalescing<>(new StepReplacing(database), database.trips(Trip.REPLACE_STEP));
        former = new FormerSteps(database);
    }

    @Override
    public Saved add(Step step, @Nullable SettingsVersions basis) {
        return basis == null
                ? database.save(ADD, to -> StepRowMapper.write(step, to))
                : adding.ask(new StepAdding.New(step, basis));
    }

    @Override
    public <T> Optional<StepInContext<T>> find(StepKey<T> key) {
        return look(key).or(() -> former.mayHave(key) ? findMoved(key) : Optional.empty());
    }

    /** If another call moved it meanwhile, it is there as well. */
    private <T> Optional<StepInContext<T>> findMoved(StepKey<T> key) {
        former.move(key);
        return look(key);
    }

    private <T> Optional<StepInContext<T>> look(StepKey<T> key) {
        return finding.computeIfAbsent(
                        key.kind(),
                        kind -> new Coalescing<>(new StepFinding(database, kind), database.trips(Trip.FIND_STEP)))
                .ask(key)
                .map(found -> read(key.kind(), found));
    }

    @Override
    public <T> Optional<StepInContext<T>> findBySecond(StepKey<T> second) {
        return database.first(
                        FIND_BY_SECOND,
                        to -> StepRowMapper.writeKey(second, to),
                        row -> StepRowMapper.readInContext(second.kind(), row))
                .map(found -> read(second.kind(), found));
    }

    private static <T> StepInContext<T> read(StepKind<T> kind, StepInContext<Step> found) {
        return new StepInContext<>(kind.read(found.step()), found.head());
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
    public boolean replace(Step next, @Nullable SettingsVersions basis) {
        return basis == null
                ? database.write(REPLACE, to -> StepReplacing.write(to, next)) == 1
                : replacing.ask(new StepReplacing.Next(next, basis));
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
