package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.token.HeadState;
import org.jspecify.annotations.Nullable;

/**
 * A step beside its grant head, as they were at one moment.
 *
 * @param head absent if no grant decides about the step, or the head is gone
 */
public record StepInContext<T>(T step, @Nullable HeadState head) {}
