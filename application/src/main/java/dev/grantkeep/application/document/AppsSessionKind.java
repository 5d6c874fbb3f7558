package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.apps.AppsSession;
import dev.grantkeep.domain.grant.Subject;
import java.util.Map;

/** Browsers in which a user looks after her applications. The payload is whose they are: no grant decides about them. */
final class AppsSessionKind implements StepKind<AppsSession> {
    private static final String SUBJECT = "subject";

    @Override
    public int number() {
        return 5;
    }

    @Override
    public boolean isOfGrant() {
        return false;
    }

    @Override
    public Step toStep(AppsSession value) {
        return new Step(
                key(value.service(), value.hash()),
                null,
                new Step.Owner(null, null, null),
                value.expiresAt(),
                null,
                Map.of(SUBJECT, value.subject().value()));
    }

    @Override
    public AppsSession read(Step step) {
        return new AppsSession(
                step.key().hash(),
                step.key().service(),
                new Subject(new TreeReader(step.payload()).text(SUBJECT)),
                step.expiresAt());
    }
}
