package dev.grantkeep.domain.device;

import dev.grantkeep.domain.authorization.Granting;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.device.DeviceConsentOutcome.Granted;
import dev.grantkeep.domain.device.DeviceConsentOutcome.Refused;
import dev.grantkeep.domain.openid.Login;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * A user's yes to a device's request.
 *
 * @param scopes those that the user granted in place of those requested; null is those requested. {@code openid} is
 *     ignored unless it was requested
 * @param told the claims that the client is told of the user
 */
public record DeviceConsent(
        Service service, DeviceRequest request, @Nullable ScopeSet scopes, TokenDetails details, Members told) {

    /** Decides what is given for it to the client of the request. */
    public DeviceConsentOutcome decide(Client client) {
        Granting granting = new Granting(
                service,
                request.client().namedBy(),
                request.scopes(),
                request.targets(),
                Login.NONE,
                scopes,
                details,
                told);
        ScopeSet granted = granting.scopes(client);
        return Demands.onTokens(service, client, granted).isPresent()
                ? Refused.DEMAND_NOT_MET
                : new Granted(granted, granting.details(granted));
    }
}
