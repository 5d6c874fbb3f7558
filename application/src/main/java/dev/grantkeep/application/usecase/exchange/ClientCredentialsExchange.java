package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.port.in.exchange.ClientCredentialsRefusal;
import dev.grantkeep.application.port.in.exchange.ExchangeToken.Command;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.domain.authorization.AskedScopes;
import dev.grantkeep.domain.authorization.Resources;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenWish;
import java.util.Optional;

/** client_credentials (RFC 6749 section 4.4): one write, conditional on the settings that it was decided on. */
@Wired
public final class ClientCredentialsExchange implements Exchange {
    private final Minter minter;

    public ClientCredentialsExchange(Minter minter) {
        this.minter = minter;
    }

    @Override
    public GrantType grantType() {
        return GrantType.CLIENT_CREDENTIALS;
    }

    @Override
    public Outcome exchange(Command command, Authenticated by) {
        return refusal(command, by.client()).<Outcome>map(Refused::new).orElseGet(() -> issue(command, by));
    }

    private static Optional<TokenRefusal> refusal(Command command, Client client) {
        if (client.settings().type() == ClientType.PUBLIC || client.settings().authMethod() == ClientAuthMethod.NONE) {
            return Optional.of(ClientCredentialsRefusal.PUBLIC_CLIENT);
        }
        if (AskedScopes.areMalformed(command.parameters())) {
            return Optional.of(TokenRequestRefusal.MALFORMED_SCOPE);
        }
        if (Resources.areMalformed(command.parameters())) {
            return Optional.of(TokenRequestRefusal.MALFORMED_RESOURCE);
        }
        return switch (command.details()) {
            case RequestedDetails.None none -> Optional.empty();
            case RequestedDetails.Malformed malformed ->
                Optional.of(TokenRequestRefusal.MALFORMED_AUTHORIZATION_DETAILS);
            case RequestedDetails.Asked asked ->
                asked.refusedType(command.service(), client)
                        .map(type -> TokenRequestRefusal.AUTHORIZATION_DETAILS_TYPE_REFUSED);
        };
    }

    private Outcome issue(Command command, Authenticated by) {
        ScopeSet scopes = AskedScopes.allowed(command.parameters(), command.service(), by.client());
        if (scopes.isEmpty() && command.service().settings().authorization().scopeRequired()) {
            return new Refused(TokenRequestRefusal.SCOPE_REQUIRED);
        }
        return Exchange.demand(command.service(), scopes).orElseGet(() -> issue(command, by, scopes));
    }

    private Outcome issue(Command command, Authenticated by, ScopeSet scopes) {
        return minter.mint(order(command, by, scopes), null)
                .<Outcome>map(minted -> new Issued(minted.token(), false))
                .orElseGet(() -> new Refused(TokenRequestRefusal.VALUE_TAKEN));
    }

    private static IssueOrder order(Command command, Authenticated by, ScopeSet scopes) {
        Targets targets =
                Targets.of(Resources.of(command.parameters()), command.details().json());
        return new IssueOrder(
                command.service(),
                by.client(),
                GrantType.CLIENT_CREDENTIALS,
                null,
                scopes,
                scopes,
                TokenWish.of(command.requested(), command.access()),
                command.properties(),
                TokenDetails.ofRequest(targets, NamedBy.aliasIf(by.aliasUsed()))
                        .denyingScopes(AskedScopes.areDenied(command.parameters(), scopes)));
    }
}
