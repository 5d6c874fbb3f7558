package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.authorization.RedemptionOutcome.DemandNotMet;
import dev.grantkeep.domain.authorization.RedemptionOutcome.Redeemable;
import dev.grantkeep.domain.authorization.RedemptionOutcome.Refused;
import dev.grantkeep.domain.authorization.RedemptionOutcome.UsedAgain;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenWish;
import java.time.Instant;
import java.util.Optional;

/**
 * A client's wish for the token of a code (RFC 6749 section 4.1.3).
 *
 * @param client the client, already authenticated
 * @param parameters those of the token request: {@code redirect_uri}, {@code code_verifier} and {@code resource}
 * @param details its parameter {@code authorization_details}
 * @param wish what the authorization server wishes of the token
 * @param added properties laid over those of the code
 */
public record Redemption(
        Service service,
        Client client,
        NamedBy namedBy,
        Parameters parameters,
        RequestedDetails details,
        TokenWish wish,
        Properties added) {

    /** Decides what the code gives. The caller mints the token, and then marks the code as redeemed. */
    public RedemptionOutcome decide(CodeInContext found, Instant now) {
        AuthorizationCode code = found.code();
        if (!code.client().equals(client.id())) {
            return Refused.OF_ANOTHER_CLIENT;
        }
        if (code.redeemedAs() != null) {
            return new UsedAgain(code.redeemedAs());
        }
        return standing(found, now)
                .or(() -> redirectUri(code.request().target()))
                .or(() -> verifier(code))
                .or(() -> new Narrowing(parameters, details)
                        .fault(code.details().targets())
                        .map(Redemption::refused))
                .<RedemptionOutcome>map(refused -> refused)
                .or(() -> service.settings().scopes().demand(found.scopes()).map(DemandNotMet::new))
                .orElseGet(() -> code.properties()
                        .with(added)
                        .<RedemptionOutcome>map(properties -> new Redeemable(order(found, properties)))
                        .orElse(Refused.PROPERTIES_TOO_LARGE));
    }

    private Optional<Refused> standing(CodeInContext found, Instant now) {
        if (!found.stands() || !found.code().standing().client().equals(client.generation())) {
            return Optional.of(Refused.ENDED);
        }
        return refusedIf(found.code().isExpired(now), Refused.EXPIRED);
    }

    private Optional<Refused> redirectUri(ResponseTarget target) {
        Optional<String> given = parameters.value("redirect_uri");
        return given.isEmpty()
                ? refusedIf(target.redirectUriGiven(), Refused.REDIRECT_URI_MISSING)
                : refusedIf(!given.get().equals(target.redirectUri()), Refused.REDIRECT_URI_DIFFERS);
    }

    private Optional<Refused> verifier(AuthorizationCode code) {
        Optional<String> verifier = parameters.value("code_verifier");
        CodeChallenge challenge = code.request().challenge();
        if (challenge == null) {
            return refusedIf(verifier.isPresent(), Refused.VERIFIER_UNEXPECTED);
        }
        return verifier.isEmpty()
                ? Optional.of(Refused.VERIFIER_MISSING)
                : refusedIf(!challenge.isMetBy(verifier.get()), Refused.VERIFIER_WRONG);
    }

    private static Refused refused(Narrowing.Fault fault) {
        return switch (fault) {
            case RESOURCE_MALFORMED -> Refused.RESOURCE_MALFORMED;
            case RESOURCE_NOT_GRANTED -> Refused.RESOURCE_NOT_GRANTED;
            case DETAILS_MALFORMED -> Refused.DETAILS_MALFORMED;
            case DETAILS_NOT_GRANTED -> Refused.DETAILS_NOT_GRANTED;
        };
    }

    private IssueOrder order(CodeInContext found, Properties properties) {
        ScopeSet scopes = client.allowed(found.scopes(), service);
        boolean denied = scopes.isEmpty() && !found.code().scopes().isEmpty();
        TokenDetails granted = found.code().details().requestedBy(namedBy).narrowed(Resources.of(parameters), details);
        return new IssueOrder(
                service,
                client,
                GrantType.AUTHORIZATION_CODE,
                found.code().subject(),
                scopes,
                found.scopes(),
                wish,
                properties,
                granted.denyingScopes(denied));
    }

    private static Optional<Refused> refusedIf(boolean wrong, Refused why) {
        return wrong ? Optional.of(why) : Optional.empty();
    }
}
