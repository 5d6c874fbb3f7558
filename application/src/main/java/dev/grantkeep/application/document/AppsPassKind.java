package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.apps.AppsPass;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.time.Instant;
import java.util.Map;

/**
 * What lets users in to the page of their applications. The payload is whose it is: no grant decides about it.
 *
 * @param maker makes one of what was stored
 */
record AppsPassKind<T extends AppsPass>(int number, Maker<T> maker) implements StepKind<T> {
    private static final String SUBJECT = "subject";

    /** The constructor of one kind. */
    @FunctionalInterface
    interface Maker<T> {
        T make(TokenHash hash, ServiceId service, Subject subject, Instant expiresAt);
    }

    @Override
    public boolean isOfGrant() {
        return false;
    }

    @Override
    public Step toStep(T value) {
        return new Step(
                key(value.service(), value.hash()),
                null,
                new Step.Owner(null, null, null),
                value.expiresAt(),
                null,
                Map.of(SUBJECT, value.subject().value()));
    }

    @Override
    public T read(Step step) {
        return maker.make(
                step.key().hash(),
                step.key().service(),
                new Subject(new TreeReader(step.payload()).text(SUBJECT)),
                step.expiresAt());
    }
}
