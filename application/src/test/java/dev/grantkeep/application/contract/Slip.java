package dev.grantkeep.application.contract;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of a kind that only tests know: of nobody, and found by a second value too. */
record Slip(ServiceId service, TokenHash hash, @Nullable TokenHash second, String text, Instant expiresAt) {
    static final StepKind<Slip> KIND = new Kind();

    Step step() {
        return KIND.toStep(this);
    }

    StepKey<Slip> key() {
        return KIND.key(service, hash);
    }

    private static final class Kind implements StepKind<Slip> {
        @Override
        public int number() {
            return 127;
        }

        @Override
        public boolean isOfGrant() {
            return false;
        }

        @Override
        public Step toStep(Slip slip) {
            return new Step(
                    key(slip.service, slip.hash),
                    slip.second,
                    new Step.Owner(null, null, null),
                    slip.expiresAt,
                    null,
                    Map.of("text", slip.text));
        }

        @Override
        public Slip read(Step step) {
            return new Slip(
                    step.key().service(),
                    step.key().hash(),
                    step.secondHash(),
                    (String) step.payload().get("text"),
                    step.expiresAt());
        }
    }
}
