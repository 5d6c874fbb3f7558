package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.port.in.exchange.ClientCredentialsRefusal;
import dev.grantkeep.application.port.in.exchange.ExchangeToken.Command;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.Minting;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.authorization.DetailsReader;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.domain.authorization.ClientCredentialsOutcome;
import dev.grantkeep.domain.authorization.ClientCredentialsRequest;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Minted;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenWish;

/** client_credentials (RFC 6749 section 4.4): one write, conditional on the settings that it was decided on. */
@Wired
public final class ClientCredentialsExchange implements Exchange {
    private final Minter minter;
    private final DetailsReader reader;

    public ClientCredentialsExchange(Minter minter, DetailsReader reader) {
        this.minter = minter;
        this.reader = reader;
    }

    @Override
    public GrantType grantType() {
        return GrantType.CLIENT_CREDENTIALS;
    }

    @Override
    public Outcome exchange(Command command, Authenticated by) {
        RequestedDetails details = reader.read(command.parameters(), command.service(), by.client());
        ClientCredentialsRequest request = new ClientCredentialsRequest(
                command.service(),
                by.client(),
                NamedBy.aliasIf(by.aliasUsed()),
                command.parameters(),
                details,
                TokenWish.of(command.requested(), command.access()),
                command.properties(),
                command.accessTokenClaims());
        return switch (request.decide()) {
            case ClientCredentialsOutcome.Issuable(IssueOrder order) ->
                switch (minter.mint(order, null)) {
                    case Minting.Done(Minted minted) -> new Issued(minted.token(), false);
                    case Minting.ValueTaken taken -> new Refused(TokenRequestRefusal.VALUE_TAKEN);
                    case Minting.Impossible(String why) -> Exchange.impossible(why);
                };
            case ClientCredentialsOutcome.DemandNotMet(Demand demand) -> Exchange.notMet(demand);
            case ClientCredentialsOutcome.Refused refused -> Exchange.refused(told(refused), details);
        };
    }

    private static TokenRefusal told(ClientCredentialsOutcome.Refused why) {
        return switch (why) {
            case PUBLIC_CLIENT -> ClientCredentialsRefusal.PUBLIC_CLIENT;
            case SCOPE_MALFORMED -> TokenRequestRefusal.MALFORMED_SCOPE;
            case RESOURCE_MALFORMED -> TokenRequestRefusal.MALFORMED_RESOURCE;
            case DETAILS_MALFORMED -> TokenRequestRefusal.MALFORMED_AUTHORIZATION_DETAILS;
            case DETAILS_TYPE_REFUSED -> TokenRequestRefusal.AUTHORIZATION_DETAILS_TYPE_REFUSED;
            case DETAILS_UNFIT -> TokenRequestRefusal.AUTHORIZATION_DETAILS_UNFIT;
            case SCOPE_REQUIRED -> TokenRequestRefusal.SCOPE_REQUIRED;
        };
    }
}
