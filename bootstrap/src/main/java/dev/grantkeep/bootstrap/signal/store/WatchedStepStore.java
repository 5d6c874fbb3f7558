package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.domain.token.TokenId;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps toward a token, watched. */
final class WatchedStepStore extends Watched implements StepStore {
    private final StepStore steps;

    WatchedStepStore(StepStore steps, Collection<StoreWatch> watches) {
        super(watches);
        this.steps = steps;
    }

    @Override
    public Saved add(Step step, @Nullable SettingsVersions basis) {
        return timed(StoreOperation.STEP_ADD, () -> steps.add(step, basis));
    }

    @Override
    public <T> Optional<StepInContext<T>> find(StepKey<T> key) {
        return timed(StoreOperation.STEP_FIND, () -> steps.find(key));
    }

    @Override
    public <T> Optional<StepInContext<T>> findBySecond(StepKey<T> second) {
        return timed(StoreOperation.STEP_FIND_BY_SECOND, () -> steps.findBySecond(second));
    }

    @Override
    public boolean settle(StepKey<?> key, TokenId token) {
        return timed(StoreOperation.STEP_SETTLE, () -> steps.settle(key, token));
    }

    @Override
    public boolean rewrite(Step step) {
        return timed(StoreOperation.STEP_REWRITE, () -> steps.rewrite(step));
    }

    @Override
    public boolean replace(Step next, @Nullable SettingsVersions basis) {
        return timed(StoreOperation.STEP_REPLACE, () -> steps.replace(next, basis));
    }

    @Override
    public boolean take(StepKey<?> key) {
        return timed(StoreOperation.STEP_TAKE, () -> steps.take(key));
    }
}
