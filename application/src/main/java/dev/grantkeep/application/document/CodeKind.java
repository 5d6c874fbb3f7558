package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Authorization codes; the payload is the request and what was granted. That of a code from before the request was kept
 * with it has those members of the request beside the others that a token request needs.
 */
final class CodeKind implements StepKind<AuthorizationCode> {
    private static final String REQUEST = "request";

    @Override
    public int number() {
        return 2;
    }

    @Override
    public boolean isOfGrant() {
        return true;
    }

    @Override
    public Step toStep(AuthorizationCode code) {
        return new Step(
                key(code.service(), code.hash()),
                null,
                new Step.Owner(code.client(), code.subject(), code.standing()),
                code.expiresAt(),
                code.redeemedAs(),
                new TreeWriter()
                        .put(REQUEST, RequestTree.of(code.request()))
                        .put("scopes", code.scopes().toString())
                        .putAny("properties", TokenTrees.of(code.properties()))
                        .putAny("details", TokenTrees.of(code.details()))
                        .putAny("idToken", TokenTrees.of(code.idToken()))
                        .put("createdAt", code.createdAt().toEpochMilli())
                        .tree());
    }

    @Override
    public AuthorizationCode read(Step step) {
        TreeReader from = new TreeReader(step.payload());
        Map<String, ?> request = from.object(REQUEST);
        return new AuthorizationCode(
                step.key().hash(),
                step.key().service(),
                RequestTree.read(request.isEmpty() ? step.payload() : request),
                Objects.requireNonNull(step.owner().subject(), "a code has a subject"),
                from.scopes("scopes"),
                Objects.requireNonNull(step.owner().standing(), "a code has a standing"),
                TokenTrees.properties(from.items("properties")),
                TokenTrees.details(from.object("details")),
                TokenTrees.idToken(from.object("idToken")),
                Instant.ofEpochMilli(from.number("createdAt")),
                step.expiresAt(),
                step.settledAs());
    }
}
