package dev.grantkeep.adapter.rest.device;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.scope.ScopeJson;
import dev.grantkeep.adapter.rest.token.TokenJson;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.device.DeviceRequest;
import dev.grantkeep.domain.openid.ClaimNames;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks for what: members that the answers about a device's request share. */
final class AskedByDevice {
    private AskedByDevice() {}

    static Members add(Members to, Service service, Client client, DeviceRequest request) {
        ScopeSet scopes = request.scopes().allowed();
        String details = request.targets().authorizationDetails();
        TokenJson.addClient(to, service, client, request.client().namedBy() == NamedBy.ALIAS);
        to.text("clientName", client.settings().members().text("clientName"))
                .nodes("scopes", scopes(service, scopes))
                .textsIfAny("claimNames", ClaimNames.forUserInfo(scopes, List.of()))
                .textsIfAny("acrs", request.acrs())
                .textsIfAny("resources", request.targets().resources())
                .node("authorizationDetails", details == null ? null : Json.read(details));
        TokenJson.addAttributes(to, service, client);
        return to;
    }

    private static @Nullable List<JsonNode> scopes(Service service, ScopeSet asked) {
        List<JsonNode> scopes = service.settings().scopes().details(asked).stream()
                .map(ScopeJson::write)
                .toList();
        return scopes.isEmpty() ? null : scopes;
    }
}
