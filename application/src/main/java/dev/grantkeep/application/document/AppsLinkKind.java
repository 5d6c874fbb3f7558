package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.apps.AppsLink;
import dev.grantkeep.domain.grant.Subject;
import java.util.Map;

/** Links to the page of a user's applications. The payload is whose they are: no grant decides about them. */
final class AppsLinkKind implements StepKind<AppsLink> {
    private static final String SUBJECT = "subject";

    @Override
    public int number() {
        return 4;
    }

    @Override
    public boolean isOfGrant() {
        return false;
    }

    @Override
    public Step toStep(AppsLink value) {
        return new Step(
                key(value.service(), value.hash()),
                null,
                new Step.Owner(null, null, null),
                value.expiresAt(),
                null,
                Map.of(SUBJECT, value.subject().value()));
    }

    @Override
    public AppsLink read(Step step) {
        return new AppsLink(
                step.key().hash(),
                step.key().service(),
                new Subject(new TreeReader(step.payload()).text(SUBJECT)),
                step.expiresAt());
    }
}
