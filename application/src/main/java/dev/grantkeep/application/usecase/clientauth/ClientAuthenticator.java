package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.application.usecase.clientauth.Authentication.Locked;
import dev.grantkeep.application.usecase.clientauth.Authentication.Refused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.service.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates clients (RFC 6749 section 2.3) against copies of their settings. A refusal is only given once the copy
 * is known to be current; what follows from a yes must check that itself.
 */
@Wired
public final class ClientAuthenticator {
    private final CurrentSettings currentSettings;
    private final Assertions assertions;
    private final Map<ClientAuthMethod, AuthenticationMethod> methods;

    public ClientAuthenticator(
            CurrentSettings currentSettings, Assertions assertions, List<AuthenticationMethod> methods) {
        this.currentSettings = currentSettings;
        this.assertions = assertions;
        this.methods = methods.stream().collect(Collectors.toMap(AuthenticationMethod::method, Function.identity()));
    }

    public Authentication authenticate(Service service, ClientCredentials credentials) {
        Authentication result = decide(service, credentials);
        switch (result) {
            case Refused refused -> requireCurrent(service, refused.client());
            case Locked locked -> currentSettings.require(service);
            case Authenticated authenticated -> {}
        }
        return result;
    }

    private void requireCurrent(Service service, @Nullable Client client) {
        if (client == null) {
            currentSettings.require(service);
        } else {
            currentSettings.require(service, client);
        }
    }

    /** As they are, they may already be decoded; so the encoded reading comes second. */
    private Authentication decide(Service service, ClientCredentials given) {
        Authentication asGiven = decideOnce(service, given);
        if (!(asGiven instanceof Refused)) {
            return asGiven;
        }
        return given.formDecoded()
                .map(decoded -> decideOnce(service, decoded))
                .filter(result -> !(result instanceof Refused))
                .orElse(asGiven);
    }

    private Authentication decideOnce(Service service, ClientCredentials given) {
        if (isAmbiguous(given)) {
            return new Refused(AuthenticationRefusal.AMBIGUOUS_CLIENT);
        }
        return name(given)
                .map(name -> currentSettings
                        .clientSnapshot(service, name)
                        .map(client -> decide(new Presented(service, client, name, given)))
                        .orElseGet(() -> new Refused(AuthenticationRefusal.UNKNOWN_CLIENT)))
                .orElseGet(() -> new Refused(AuthenticationRefusal.NO_CLIENT));
    }

    private Optional<String> name(ClientCredentials given) {
        return Optional.ofNullable(given.basicId())
                .or(() -> Optional.ofNullable(given.bodyId()))
                .or(() -> assertions.subject(given.assertion()));
    }

    private Authentication decide(Presented presented) {
        Client client = presented.client();
        Optional<Refusal> refusal = refusal(presented);
        if (refusal.isPresent()) {
            return new Refused(refusal.get().why(), refusal.get().detail(), client);
        }
        if (client.locked()) {
            currentSettings.require(presented.service(), client);
            return new Locked(client.id());
        }
        boolean aliasUsed = !presented.name().equals(client.id().toString());
        return new Authenticated(client, client.settings().authMethod(), aliasUsed);
    }

    private Optional<Refusal> refusal(Presented presented) {
        AuthenticationMethod method = methods.get(presented.client().settings().authMethod());
        return method == null || !presented.service().settings().capabilities().supports(method.method())
                ? Optional.of(new Refusal(AuthenticationRefusal.UNSUPPORTED_AUTH_METHOD))
                : method.refusal(presented);
    }

    private static boolean isAmbiguous(ClientCredentials given) {
        boolean twoIds = given.basicId() != null
                && given.bodyId() != null
                && !given.basicId().equals(given.bodyId());
        return twoIds || given.waysToAuthenticate() > 1;
    }
}
