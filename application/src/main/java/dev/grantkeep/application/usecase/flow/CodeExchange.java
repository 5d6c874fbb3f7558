package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.flow.CodeRefusal;
import dev.grantkeep.application.port.in.flow.ExchangeToken.Command;
import dev.grantkeep.application.port.in.flow.TokenRefusal;
import dev.grantkeep.application.port.in.flow.TokenRequestRefusal;
import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.CodeInContext;
import dev.grantkeep.application.port.out.CodeStore;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Currency;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeChallenge;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Minted;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenWish;
import java.util.Objects;
import java.util.Optional;

/**
 * authorization_code (RFC 6749 section 4.1.3). The token is stored first and the code redeemed last: a failure on the way
 * leaves the code good. The token takes the numbers that the head had when the code was seen to stand, so a revocation
 * beats a racing exchange; where the service or client allows one token per subject only, the exchange itself moves the
 * head on, which ends older tokens and no other code.
 */
public final class CodeExchange implements Exchange {
    private final CodeStore codes;
    private final TokenStore tokens;
    private final Minter minter;
    private final Currency currency;
    private final Clock clock;

    public CodeExchange(CodeStore codes, TokenStore tokens, Minter minter, Currency currency, Clock clock) {
        this.codes = codes;
        this.tokens = tokens;
        this.minter = minter;
        this.currency = currency;
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
                .flatMap(value -> codes.find(command.service().id(), new TokenValue(value).hash()))
                .map(found -> exchange(command, by, found))
                .orElseGet(() -> new Refused(CodeRefusal.UNKNOWN_CODE));
    }

    private Outcome exchange(Command command, Authenticated by, CodeInContext found) {
        AuthorizationCode code = found.code();
        if (!code.client().equals(by.client().id())) {
            return new Refused(CodeRefusal.CODE_OF_ANOTHER_CLIENT);
        }
        if (code.isRedeemed()) {
            currency.require(command.service(), by.client());
            return usedAgain(code);
        }
        return refusal(command, by.client(), found)
                .<Outcome>map(Refused::new)
                .or(() -> Exchange.demand(command.service(), found.scopes()))
                .orElseGet(() -> issue(command, by, found));
    }

    private Optional<TokenRefusal> refusal(Command command, Client client, CodeInContext found) {
        AuthorizationCode code = found.code();
        if (!found.stands() || !code.standing().client().equals(client.generation())) {
            return Optional.of(CodeRefusal.UNKNOWN_CODE);
        }
        if (code.isExpired(clock.now())) {
            return Optional.of(CodeRefusal.EXPIRED_CODE);
        }
        return redirectUriRefusal(command, code)
                .or(() -> verifierRefusal(command, code))
                .or(() -> resourceRefusal(command, code))
                .or(() -> AskedDetails.refusal(
                        command.details(), code.details().targets().authorizationDetails()));
    }

    private static Optional<TokenRefusal> redirectUriRefusal(Command command, AuthorizationCode code) {
        Optional<String> given = command.parameters().value("redirect_uri");
        if (given.isEmpty()) {
            return code.request().target().redirectUriGiven()
                    ? Optional.of(CodeRefusal.NO_REDIRECT_URI)
                    : Optional.empty();
        }
        return given.get().equals(code.request().target().redirectUri())
                ? Optional.empty()
                : Optional.of(CodeRefusal.REDIRECT_URI_MISMATCH);
    }

    private static Optional<TokenRefusal> verifierRefusal(Command command, AuthorizationCode code) {
        Optional<String> verifier = command.parameters().value("code_verifier");
        CodeChallenge challenge = code.request().challenge();
        if (challenge == null) {
            return verifier.map(unexpected -> CodeRefusal.UNEXPECTED_CODE_VERIFIER);
        }
        if (verifier.isEmpty()) {
            return Optional.of(CodeRefusal.NO_CODE_VERIFIER);
        }
        return challenge.isMetBy(verifier.get()) ? Optional.empty() : Optional.of(CodeRefusal.WRONG_CODE_VERIFIER);
    }

    /** A token request may narrow the target resources of its authorization (RFC 8707 section 2.2). */
    private static Optional<TokenRefusal> resourceRefusal(Command command, AuthorizationCode code) {
        if (Resources.areMalformed(command.parameters())) {
            return Optional.of(TokenRequestRefusal.MALFORMED_RESOURCE);
        }
        return code.details().targets().canBeNarrowedTo(Resources.of(command.parameters()))
                ? Optional.empty()
                : Optional.of(TokenRequestRefusal.EXCESSIVE_RESOURCE);
    }

    private Outcome issue(Command command, Authenticated by, CodeInContext found) {
        AuthorizationCode code = found.code();
        Optional<Properties> properties = MergedProperties.of(code.properties(), command.properties());
        if (properties.isEmpty()) {
            return new Refused(TokenRequestRefusal.PROPERTIES_TOO_LARGE);
        }
        return minter.mint(order(command, by, found, properties.get()), found.head())
                .map(minted -> redeem(found, minted))
                .orElseGet(() -> new Refused(TokenRequestRefusal.VALUE_TAKEN));
    }

    private Outcome redeem(CodeInContext found, Minted minted) {
        AuthorizationCode code = found.code();
        if (!codes.redeem(code.service(), code.hash(), minted.token().record().id())) {
            minter.takeBack(minted);
            return usedMeanwhile(code);
        }
        if (!minter.enliven(minted, found.generation())) {
            minter.takeBack(minted);
            return new Ended(CodeRefusal.UNKNOWN_CODE);
        }
        return new Issued(minted.token(), false);
    }

    /**
     * Another was faster. What it made of the code was stored before the code was redeemed, so it is there to be removed,
     * whether or not the other has its answer already.
     */
    private Outcome usedMeanwhile(AuthorizationCode code) {
        return codes.find(code.service(), code.hash())
                .map(CodeInContext::code)
                .filter(AuthorizationCode::isRedeemed)
                .map(redeemed -> usedAgain(redeemed))
                .orElseGet(() -> new Ended(CodeRefusal.UNKNOWN_CODE));
    }

    /** A code that is used twice was stolen: what it became ends (RFC 6749 section 4.1.2). */
    private Outcome usedAgain(AuthorizationCode redeemed) {
        tokens.remove(redeemed.service(), Objects.requireNonNull(redeemed.redeemedAs()));
        return new Ended(CodeRefusal.UNKNOWN_CODE);
    }

    private static IssueOrder order(Command command, Authenticated by, CodeInContext found, Properties properties) {
        AuthorizationCode code = found.code();
        Service service = command.service();
        ScopeSet scopes = by.client().allowed(found.scopes(), service);
        boolean denied = scopes.isEmpty() && !code.scopes().isEmpty();
        return new IssueOrder(
                service,
                by.client(),
                GrantType.AUTHORIZATION_CODE,
                code.subject(),
                scopes,
                found.scopes(),
                TokenWish.of(command.requested(), command.access()),
                properties,
                details(command, by, code).denyingScopes(denied));
    }

    private static TokenDetails details(Command command, Authenticated by, AuthorizationCode code) {
        return code.details().requestedBy(NamedBy.aliasIf(by.aliasUsed())).narrowed(Resources.of(command.parameters()));
    }
}
