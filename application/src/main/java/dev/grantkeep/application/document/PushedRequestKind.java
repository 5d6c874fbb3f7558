package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.PushedRequest;
import dev.grantkeep.domain.value.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Requests that clients pushed; the payload is their parameters, and the request object that these are from. They are a list: as names of members, not every store
 * takes what a client may send.
 */
final class PushedRequestKind implements StepKind<PushedRequest> {
    private static final String PARAMETERS = "parameters";
    private static final String OBJECT = "object";
    private static final String NAME = "name";
    private static final String VALUES = "values";

    @Override
    public int number() {
        return 6;
    }

    @Override
    public boolean isOfGrant() {
        return false;
    }

    @Override
    public Step toStep(PushedRequest request) {
        List<Map<String, Object>> parameters = request.parameters().byName().entrySet().stream()
                .map(parameter -> Map.<String, Object>of(NAME, parameter.getKey(), VALUES, parameter.getValue()))
                .toList();
        return new Step(
                key(request.service(), request.hash()),
                null,
                new Step.Owner(request.client(), null, null),
                request.expiresAt(),
                null,
                request.object() == null
                        ? Map.of(PARAMETERS, parameters)
                        : Map.of(PARAMETERS, parameters, OBJECT, request.object()));
    }

    @Override
    public PushedRequest read(Step step) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Members payload = Members.of(step.payload());
        payload.objects(PARAMETERS)
                .forEach(parameter -> parameters.put(
                        Objects.requireNonNull(parameter.text(NAME), "a parameter has a name"),
                        parameter.texts(VALUES)));
        return new PushedRequest(
                step.key().hash(),
                step.key().service(),
                Objects.requireNonNull(step.owner().client(), "a pushed request has a client"),
                new Parameters(parameters),
                payload.text(OBJECT),
                step.expiresAt());
    }
}
