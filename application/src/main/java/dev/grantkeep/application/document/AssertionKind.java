package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.clientauth.AssertionUse;
import java.util.Map;
import java.util.Objects;

/** Assertions that were used. They are only ever added: one that is there is the answer. There is no payload. */
final class AssertionKind implements StepKind<AssertionUse> {
    @Override
    public int number() {
        return 3;
    }

    @Override
    public boolean isOfGrant() {
        return false;
    }

    @Override
    public Step toStep(AssertionUse use) {
        return new Step(
                key(use.service(), use.hash()),
                null,
                new Step.Owner(use.client(), null, null),
                use.expiresAt(),
                null,
                Map.of());
    }

    @Override
    public AssertionUse read(Step step) {
        return new AssertionUse(
                step.key().hash(),
                step.key().service(),
                Objects.requireNonNull(step.owner().client(), "an assertion has a client"),
                step.expiresAt());
    }
}
