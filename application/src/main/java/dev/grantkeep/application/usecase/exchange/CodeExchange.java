package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.document.DetailsParameter;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.exchange.CodeRefusal;
import dev.grantkeep.application.port.in.exchange.ExchangeToken.Command;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeInContext;
import dev.grantkeep.domain.authorization.Redemption;
import dev.grantkeep.domain.authorization.RedemptionOutcome;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.openid.IdTokenOrder;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenWish;
import java.util.Optional;

/** authorization_code (RFC 6749 section 4.1.3). */
@Wired
public final class CodeExchange implements Exchange {
    private final StepStore steps;
    private final TokenStore tokens;
    private final Redeemer redeemer;
    private final CurrentSettings currentSettings;
    private final Clock clock;

    public CodeExchange(
            StepStore steps, TokenStore tokens, Redeemer redeemer, CurrentSettings currentSettings, Clock clock) {
        this.steps = steps;
        this.tokens = tokens;
        this.redeemer = redeemer;
        this.currentSettings = currentSettings;
        this.clock = clock;
    }

    @Override
    public GrantType grantType() {
        return GrantType.AUTHORIZATION_CODE;
    }

    @Override
    public Outcome exchange(Command command, Authenticated by) {
        Optional<String> presented = command.parameters().value("code");
        if (presented.isEmpty()) {
            return new Refused(CodeRefusal.NO_CODE);
        }
        return presented
                .filter(TokenValue::isValid)
                .flatMap(value -> find(command.service().id(), new TokenValue(value).hash()))
                .map(found -> exchange(command, by, found))
                .orElseGet(() -> new Refused(CodeRefusal.UNKNOWN_CODE));
    }

    private Outcome exchange(Command command, Authenticated by, CodeInContext found) {
        Redemption wish = new Redemption(
                command.service(),
                by.client(),
                NamedBy.aliasIf(by.aliasUsed()),
                command.parameters(),
                DetailsParameter.against(found.code().details().targets().authorizationDetails(), command.details()),
                TokenWish.of(command.requested(), command.access()),
                command.properties());
        return switch (wish.decide(found, clock.now())) {
            case RedemptionOutcome.Redeemable(IssueOrder order) -> redeem(found, order);
            case RedemptionOutcome.UsedAgain(TokenId became) -> {
                currentSettings.require(command.service(), by.client());
                yield end(found.code(), became);
            }
            case RedemptionOutcome.DemandNotMet(Demand demand) -> Exchange.notMet(demand);
            case RedemptionOutcome.Refused refused -> new Refused(told(refused));
        };
    }

    private static TokenRefusal told(RedemptionOutcome.Refused why) {
        return switch (why) {
            case OF_ANOTHER_CLIENT -> CodeRefusal.CODE_OF_ANOTHER_CLIENT;
            case ENDED -> CodeRefusal.UNKNOWN_CODE;
            case EXPIRED -> CodeRefusal.EXPIRED_CODE;
            case REDIRECT_URI_MISSING -> CodeRefusal.NO_REDIRECT_URI;
            case REDIRECT_URI_DIFFERS -> CodeRefusal.REDIRECT_URI_MISMATCH;
            case VERIFIER_MISSING -> CodeRefusal.NO_CODE_VERIFIER;
            case VERIFIER_WRONG -> CodeRefusal.WRONG_CODE_VERIFIER;
            case VERIFIER_UNEXPECTED -> CodeRefusal.UNEXPECTED_CODE_VERIFIER;
            case RESOURCE_MALFORMED -> TokenRequestRefusal.MALFORMED_RESOURCE;
            case RESOURCE_NOT_GRANTED -> TokenRequestRefusal.EXCESSIVE_RESOURCE;
            case DETAILS_MALFORMED -> TokenRequestRefusal.MALFORMED_AUTHORIZATION_DETAILS;
            case DETAILS_NOT_GRANTED -> TokenRequestRefusal.OTHER_AUTHORIZATION_DETAILS;
            case PROPERTIES_TOO_LARGE -> TokenRequestRefusal.PROPERTIES_TOO_LARGE;
        };
    }

    private Outcome redeem(CodeInContext found, IssueOrder order) {
        AuthorizationCode code = found.code();
        return redeemer.redeem(
                order,
                new Redeemer.Redeemed(
                        StepKinds.CODE.key(code.service(), code.hash()),
                        found.head(),
                        found.generation(),
                        idToken(code, order),
                        CodeRefusal.UNKNOWN_CODE,
                        CodeRefusal.ID_TOKEN_IMPOSSIBLE),
                () -> usedMeanwhile(code, order));
    }

    private static IdTokenOrder idToken(AuthorizationCode code, IssueOrder order) {
        return new IdTokenOrder(
                order.service(),
                order.client(),
                code.request().client().namedBy(),
                code.subject(),
                code.details().identity().sub(),
                order.scopes(),
                code.details().authentication(),
                code.request().login(),
                code.idToken());
    }

    /** Another was faster. What it made of the code is there to be removed, whether or not the other has its answer already. */
    private Outcome usedMeanwhile(AuthorizationCode code, IssueOrder order) {
        currentSettings.require(order.service(), order.client());
        return find(code.service(), code.hash())
                .flatMap(found -> Optional.ofNullable(found.code().redeemedAs()))
                .map(became -> end(code, became))
                .orElseGet(() -> new Ended(CodeRefusal.UNKNOWN_CODE));
    }

    private Outcome end(AuthorizationCode code, TokenId became) {
        tokens.remove(code.service(), became, new Event(Event.Kind.TOKEN_REUSED, clock.now()));
        return new Ended(CodeRefusal.UNKNOWN_CODE);
    }

    private Optional<CodeInContext> find(ServiceId service, TokenHash hash) {
        return steps.find(StepKinds.CODE.key(service, hash))
                .map(found -> new CodeInContext(found.step(), found.head()));
    }
}
