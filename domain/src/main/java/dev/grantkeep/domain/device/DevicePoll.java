package dev.grantkeep.domain.device;

import dev.grantkeep.domain.authorization.Narrowing;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.Resources;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.device.DeviceDecision.Authorized;
import dev.grantkeep.domain.device.DevicePollOutcome.DemandNotMet;
import dev.grantkeep.domain.device.DevicePollOutcome.NotAuthorized;
import dev.grantkeep.domain.device.DevicePollOutcome.Redeemable;
import dev.grantkeep.domain.device.DevicePollOutcome.Refused;
import dev.grantkeep.domain.device.DevicePollOutcome.Waiting;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.openid.IdTokenOrder;
import dev.grantkeep.domain.openid.Login;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenWish;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device's wish for its token (RFC 8628 section 3.4).
 *
 * @param client the client, already authenticated
 * @param parameters those of the token request; {@code resource} counts
 * @param details its parameter {@code authorization_details}
 * @param durations explicit ones, before those of the decision
 * @param access the access token to use; null generates one
 * @param added properties laid over those of the decision
 */
public record DevicePoll(
        Service service,
        Client client,
        NamedBy namedBy,
        Parameters parameters,
        RequestedDetails details,
        Durations durations,
        @Nullable TokenValue access,
        Properties added) {

    /**
     * Decides what the device is told. How fast it polls counts only while nothing is decided: whoever may have a token has
     * not to wait for it.
     */
    public DevicePollOutcome decide(DeviceInContext found, Instant now) {
        DeviceAuthorization authorization = found.authorization();
        if (!authorization.client().equals(client.id()) || authorization.redeemedAs() != null) {
            return Refused.UNKNOWN;
        }
        if (authorization.isExpired(now)) {
            return Refused.EXPIRED;
        }
        return switch (authorization.decision()) {
            case DeviceDecision.Pending pending -> waiting(authorization, now);
            case DeviceDecision.NotAuthorized(DeviceDecision.Reason reason, OwnWords words) ->
                new NotAuthorized(reason, words);
            case Authorized given -> redeem(found, given);
        };
    }

    private static Waiting waiting(DeviceAuthorization authorization, Instant now) {
        Polling polling = authorization.polling();
        boolean tooFast = polling.isTooFast(now);
        return new Waiting(authorization.polled(tooFast ? polling.slowedDown() : polling.accepted(now)), tooFast);
    }

    private DevicePollOutcome redeem(DeviceInContext found, Authorized given) {
        if (!found.stands(given) || !given.standing().client().equals(client.generation())) {
            return Refused.UNKNOWN;
        }
        Optional<Refused> narrowing = new Narrowing(parameters, details)
                .fault(given.details().targets())
                .map(DevicePoll::refused);
        if (narrowing.isPresent()) {
            return narrowing.get();
        }
        return service.settings()
                .scopes()
                .demand(found.scopes(given))
                .<DevicePollOutcome>map(DemandNotMet::new)
                .or(() -> given.properties().with(added).map(properties -> redeemable(found, given, properties)))
                .orElse(Refused.PROPERTIES_TOO_LARGE);
    }

    private static Refused refused(Narrowing.Fault fault) {
        return switch (fault) {
            case RESOURCE_MALFORMED -> Refused.RESOURCE_MALFORMED;
            case RESOURCE_NOT_GRANTED -> Refused.RESOURCE_NOT_GRANTED;
            case DETAILS_MALFORMED -> Refused.DETAILS_MALFORMED;
            case DETAILS_NOT_GRANTED -> Refused.DETAILS_NOT_GRANTED;
        };
    }

    private Redeemable redeemable(DeviceInContext found, Authorized given, Properties properties) {
        ScopeSet granted = found.scopes(given);
        ScopeSet scopes = client.allowed(granted, service);
        TokenDetails narrowed = given.details().requestedBy(namedBy).narrowed(Resources.of(parameters), details);
        IssueOrder order = new IssueOrder(
                service,
                client,
                GrantType.DEVICE_CODE,
                given.subject(),
                scopes,
                granted,
                TokenWish.of(durations.or(given.durations()), access),
                properties,
                narrowed.denyingScopes(scopes.isEmpty() && !given.scopes().isEmpty()));
        return new Redeemable(
                order,
                idToken(found.authorization(), given, scopes),
                DeviceInContext.standing(given).generation());
    }

    private IdTokenOrder idToken(DeviceAuthorization authorization, Authorized given, ScopeSet scopes) {
        return new IdTokenOrder(
                service,
                client,
                authorization.request().client().namedBy(),
                given.subject(),
                given.details().identity().sub(),
                scopes,
                given.details().authentication(),
                Login.NONE,
                given.idToken());
    }
}
