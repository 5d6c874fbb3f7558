package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.scope.AttributesJson;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.AccessJwt;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members that several answers about tokens have. What there is none of is left out. */
public final class TokenJson {
    private TokenJson() {}

    /** All properties, hidden ones too; null if there are none. */
    public static @Nullable List<JsonNode> properties(Properties properties) {
        return properties.isEmpty()
                ? null
                : properties.list().stream()
                        .map(property -> new Members()
                                .text("key", property.key())
                                .text("value", property.value())
                                .flag("hidden", property.hidden())
                                .build())
                        .toList();
    }

    /** {@code serviceAttributes} and {@code clientAttributes}. */
    public static void addAttributes(Members members, Service service, Client client) {
        members.nodes(
                        "serviceAttributes",
                        AttributesJson.write(service.settings().attributes()))
                .nodes(
                        "clientAttributes",
                        AttributesJson.write(client.settings().attributes()));
    }

    /** {@code clientId}, {@code clientIdAlias} and {@code clientIdAliasUsed}. */
    public static void addClient(Members members, Service service, Client client, boolean aliasUsed) {
        ClientAlias alias = alias(service, client);
        members.number("clientId", client.id().value())
                .text("clientIdAlias", alias == null ? null : alias.value())
                .flag("clientIdAliasUsed", aliasUsed && alias != null);
    }

    /** {@code consentedClaims}: the names of the claims that the user allowed. */
    public static void addConsent(Members members, TokenDetails details) {
        members.textsIfAny("consentedClaims", details.identity().consentedClaims());
    }

    /** {@code resources} of the grant, {@code accessTokenResources} and {@code authorizationDetails} of the access token. */
    public static void addTargets(Members members, TokenDetails details) {
        members.textsIfAny("resources", details.targets().resources())
                .textsIfAny("accessTokenResources", details.targets().ofAccessToken())
                .node("authorizationDetails", details(details.targets().detailsOfAccessToken()));
    }

    /** {@code jwtAccessToken}: null where the access token is no JWT. */
    public static @Nullable String compact(@Nullable AccessJwt jwt) {
        return jwt == null ? null : jwt.compact();
    }

    /** The authorization details of the whole grant, in the API's form. */
    public static @Nullable JsonNode authorizationDetails(TokenDetails details) {
        return details(details.targets().authorizationDetails());
    }

    private static @Nullable JsonNode details(@Nullable String stored) {
        return stored == null ? null : Json.read(stored);
    }

    private static @Nullable ClientAlias alias(Service service, Client client) {
        boolean counts =
                service.settings().clients().aliasEnabled() && client.settings().aliasEnabled();
        return counts ? client.settings().alias() : null;
    }
}
