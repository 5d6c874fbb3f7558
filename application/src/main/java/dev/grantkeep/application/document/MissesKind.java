package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.device.UserCodeMisses;
import java.util.Map;

/** How many user codes that did not exist were looked up in a minute; the payload is that number. */
final class MissesKind implements StepKind<UserCodeMisses> {
    private static final String MINUTE = "minute";
    private static final String COUNT = "count";

    @Override
    public int number() {
        return 8;
    }

    @Override
    public boolean isOfGrant() {
        return false;
    }

    @Override
    public Step toStep(UserCodeMisses misses) {
        return new Step(
                key(misses.service(), misses.hash()),
                null,
                new Step.Owner(null, null, null),
                misses.expiresAt(),
                null,
                Map.of(MINUTE, misses.minute(), COUNT, (long) misses.count()),
                misses.version());
    }

    @Override
    public UserCodeMisses read(Step step) {
        TreeReader from = new TreeReader(step.payload());
        return new UserCodeMisses(
                step.key().service(), from.number(MINUTE), Math.toIntExact(from.number(COUNT)), step.version());
    }
}
