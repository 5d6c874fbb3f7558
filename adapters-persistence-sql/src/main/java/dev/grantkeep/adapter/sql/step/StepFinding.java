package dev.grantkeep.adapter.sql.step;

import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds steps of a kind, each with its grant head; those that are wanted at the same time in one statement. */
final class StepFinding implements Coalescing.Work<StepKey<?>, Optional<StepInContext<Step>>> {
    private static final String ALONE = StepRowMapper.SELECT + "where k.hash = ? and k.service_id = ? and k.kind = ?";
    private static final String TOGETHER =
            StepRowMapper.SELECT + "where k.hash = any(?) and k.service_id = any(?) and k.kind = ?";

    private final Database database;
    private final StepKind<?> kind;

    StepFinding(Database database, StepKind<?> kind) {
        this.database = database;
        this.kind = kind;
    }

    @Override
    public Optional<StepInContext<Step>> alone(StepKey<?> key) {
        return database.first(
                ALONE, to -> StepRowMapper.writeKey(key, to), row -> StepRowMapper.readInContext(kind, row));
    }

    @Override
    public List<@Nullable Optional<StepInContext<Step>>> together(List<StepKey<?>> keys) {
        Map<StepKey<?>, StepInContext<Step>> found = database
                .all(
                        TOGETHER,
                        to -> to.addHashes(Parameters.filled(
                                        keys.stream().map(StepKey::hash).toList()))
                                .addNumbers(Parameters.filled(keys.stream()
                                        .map(key -> key.service().value())
                                        .distinct()
                                        .toList()))
                                .add(kind.number()),
                        row -> StepRowMapper.readInContext(kind, row))
                .stream()
                .collect(Collectors.toMap(seen -> seen.step().key(), Function.identity()));
        return keys.stream()
                .<@Nullable Optional<StepInContext<Step>>>map(key -> Optional.ofNullable(found.get(key)))
                .toList();
    }
}
