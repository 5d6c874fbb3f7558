package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.application.usecase.clientauth.Authentication.Locked;
import dev.grantkeep.application.usecase.clientauth.Authentication.Refused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
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
    private final Map<ClientAuthMethod, AuthenticationMethod> methods;

    public ClientAuthenticator(CurrentSettings currentSettings, List<AuthenticationMethod> methods) {
        this.currentSettings = currentSettings;
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
            return new Refused(AuthenticationRefusal.AMBIGUOUS_CLIENT, null);
        }
        String name = given.basicId() == null ? given.bodyId() : given.basicId();
        if (name == null) {
            return new Refused(AuthenticationRefusal.NO_CLIENT, null);
        }
        return find(service, name)
                .map(client ->
                        decide(service, client, given, !name.equals(client.id().toString())))
                .orElseGet(() -> new Refused(AuthenticationRefusal.UNKNOWN_CLIENT, null));
    }

    private Optional<Client> find(Service service, String name) {
        return currentSettings
                .clientSnapshot(service, new ClientIdentifier(name))
                .filter(client -> name.equals(client.id().toString()) || ClientFinder.aliasCounts(service, client));
    }

    private Authentication decide(Service service, Client client, ClientCredentials given, boolean aliasUsed) {
        Optional<AuthenticationRefusal> refusal = refusal(service, client, given);
        if (refusal.isPresent()) {
            return new Refused(refusal.get(), client);
        }
        if (client.locked()) {
            currentSettings.require(service, client);
            return new Locked(client.id());
        }
        return new Authenticated(client, client.settings().authMethod(), aliasUsed);
    }

    private Optional<AuthenticationRefusal> refusal(Service service, Client client, ClientCredentials given) {
        AuthenticationMethod method = methods.get(client.settings().authMethod());
        return method == null || !service.settings().capabilities().supports(method.method())
                ? Optional.of(AuthenticationRefusal.UNSUPPORTED_AUTH_METHOD)
                : method.refusal(client, given);
    }

    private static boolean isAmbiguous(ClientCredentials given) {
        boolean twoIds = given.basicId() != null
                && given.bodyId() != null
                && !given.basicId().equals(given.bodyId());
        return twoIds || (given.basicSecret() != null && given.bodySecret() != null);
    }
}
