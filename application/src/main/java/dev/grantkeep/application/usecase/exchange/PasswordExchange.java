package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.exchange.ExchangeToken.Command;
import dev.grantkeep.application.port.in.exchange.PasswordRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.usecase.NewSteps;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.authorization.DetailsReader;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.domain.authorization.PasswordOutcome;
import dev.grantkeep.domain.authorization.PasswordRequest;
import dev.grantkeep.domain.authorization.PasswordTicket;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenValue;

/** password (RFC 6749 section 4.3): the authorization server checks the password, under a ticket. */
@Wired
public final class PasswordExchange implements Exchange {
    private final Clock clock;
    private final NewSteps newSteps;
    private final DetailsReader reader;

    public PasswordExchange(Clock clock, NewSteps newSteps, DetailsReader reader) {
        this.clock = clock;
        this.newSteps = newSteps;
        this.reader = reader;
    }

    @Override
    public GrantType grantType() {
        return GrantType.PASSWORD;
    }

    @Override
    public Outcome exchange(Command command, Authenticated by) {
        RequestedDetails details = reader.read(command.parameters(), command.service(), by.client());
        PasswordRequest request = new PasswordRequest(command.service(), by.client(), command.parameters(), details);
        return switch (request.decide()) {
            case PasswordOutcome.Askable askable -> ask(command, by, askable);
            case PasswordOutcome.DemandNotMet(Demand demand) -> Exchange.notMet(demand);
            case PasswordOutcome.Refused refused -> Exchange.refused(told(refused), details);
        };
    }

    private Outcome ask(Command command, Authenticated by, PasswordOutcome.Askable askable) {
        TokenValue ticket = newSteps.keep(
                value -> StepKinds.PASSWORD_TICKET.toStep(new PasswordTicket(
                        value.hash(),
                        command.service().id(),
                        new NamedClient(by.client().id(), NamedBy.aliasIf(by.aliasUsed())),
                        askable.scopes(),
                        askable.targets(),
                        clock.now().plus(PasswordTicket.LIFE))),
                SettingsVersions.of(command.service(), by.client()));
        return new Asked(ticket, askable.scopes().allowed());
    }

    private static TokenRefusal told(PasswordOutcome.Refused why) {
        return switch (why) {
            case USERNAME_MISSING -> PasswordRefusal.NO_USERNAME;
            case PASSWORD_MISSING -> PasswordRefusal.NO_PASSWORD;
            case SCOPE_MALFORMED -> TokenRequestRefusal.MALFORMED_SCOPE;
            case RESOURCE_MALFORMED -> TokenRequestRefusal.MALFORMED_RESOURCE;
            case DETAILS_MALFORMED -> TokenRequestRefusal.MALFORMED_AUTHORIZATION_DETAILS;
            case DETAILS_TYPE_REFUSED -> TokenRequestRefusal.AUTHORIZATION_DETAILS_TYPE_REFUSED;
            case DETAILS_UNFIT -> TokenRequestRefusal.AUTHORIZATION_DETAILS_UNFIT;
            case SCOPE_REQUIRED -> TokenRequestRefusal.SCOPE_REQUIRED;
        };
    }
}
