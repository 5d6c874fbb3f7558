package dev.grantkeep.application.usecase;

import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps new steps, each under values that no other has. */
@Wired
public final class NewSteps {
    private final StepStore steps;
    private final ValueGenerator generator;

    public NewSteps(StepStore steps, ValueGenerator generator) {
        this.steps = steps;
        this.generator = generator;
    }

    /** The fresh value by which the step is found. */
    public TokenValue keep(Function<TokenValue, Step> step) {
        return keep(step, null);
    }

    /**
     * The same for a step that was decided on settings.
     *
     * @throws StaleSettings if they are not what is stored now; then nothing is kept
     */
    public TokenValue keep(Function<TokenValue, Step> step, @Nullable SettingsVersions basis) {
        return Attempts.until(() -> {
            TokenValue value = generator.value();
            return add(step.apply(value), basis) ? Optional.of(value) : Optional.empty();
        });
    }

    /**
     * @return false if one of its values is taken
     * @throws StaleSettings if the settings that it was decided on are not what is stored now
     */
    public boolean add(Step step, @Nullable SettingsVersions basis) {
        return switch (steps.add(step, basis)) {
            case SAVED -> true;
            case TAKEN -> false;
            case STALE -> throw new StaleSettings(step.key().service());
        };
    }
}
