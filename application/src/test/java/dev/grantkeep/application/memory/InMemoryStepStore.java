package dev.grantkeep.application.memory;

import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.domain.token.TokenId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The short-lived steps in memory. */
public final class InMemoryStepStore implements StepStore {
    private final InMemoryDatabase database;

    public InMemoryStepStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Saved add(Step step, @Nullable SettingsVersions basis) {
        return database.locked(() -> {
            if (basis != null && !database.isCurrent(basis)) {
                return Saved.STALE;
            }
            return isTaken(step) || database.steps.putIfAbsent(step.key(), step) != null ? Saved.TAKEN : Saved.SAVED;
        });
    }

    private boolean isTaken(Step step) {
        return step.secondHash() != null
                && database.steps.values().stream()
                        .anyMatch(other -> secondOf(step).equals(secondOf(other)));
    }

    @Override
    public <T> Optional<StepInContext<T>> find(StepKey<T> key) {
        return database.locked(
                () -> Optional.ofNullable(database.steps.get(key)).map(step -> inContext(key.kind(), step)));
    }

    @Override
    public <T> Optional<StepInContext<T>> findBySecond(StepKey<T> second) {
        return database.locked(() -> database.steps.values().stream()
                .filter(step -> secondOf(step).equals(Optional.of(second)))
                .findFirst()
                .map(step -> inContext(second.kind(), step)));
    }

    @Override
    public boolean settle(StepKey<?> key, TokenId token) {
        return database.locked(() -> {
            Step step = database.steps.get(key);
            if (step == null || step.settledAs() != null) {
                return false;
            }
            database.steps.put(key, step.settledAs(token));
            return true;
        });
    }

    @Override
    public boolean rewrite(Step step) {
        return database.locked(() -> {
            Step stored = database.steps.get(step.key());
            if (stored == null || stored.settledAs() != null) {
                return false;
            }
            database.steps.put(step.key(), stored.rewritten(step));
            return true;
        });
    }

    @Override
    public boolean replace(Step next, @Nullable SettingsVersions basis) {
        return database.locked(() -> {
            Step stored = database.steps.get(next.key());
            if (stored == null
                    || stored.settledAs() != null
                    || (basis != null && !database.isCurrent(basis))
                    || !stored.version().next().equals(next.version())) {
                return false;
            }
            database.steps.put(next.key(), stored.replacedBy(next));
            return true;
        });
    }

    @Override
    public boolean take(StepKey<?> key) {
        return database.locked(() -> database.steps.remove(key) != null);
    }

    private <T> StepInContext<T> inContext(StepKind<T> kind, Step step) {
        return new StepInContext<>(kind.read(step), database.headState(step.grantKey()));
    }

    private static Optional<StepKey<?>> secondOf(Step step) {
        return Optional.ofNullable(step.secondHash())
                .map(hash -> new StepKey<>(step.key().kind(), step.key().service(), hash));
    }
}
