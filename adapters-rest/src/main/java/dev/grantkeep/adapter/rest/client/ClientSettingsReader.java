package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.KeptMembers;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.scope.AttributesJson;
import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.domain.client.ApplicationType;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.common.ClientAuthMethod;
import dev.grantkeep.domain.common.Demand;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.common.ResponseType;
import io.micronaut.json.tree.JsonNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a client's settings from the members of its JSON form. Without a type a client is confidential, unless it does
 * not authenticate; without a method it authenticates by its secret in a Basic header, unless it is public.
 */
final class ClientSettingsReader {
    private static final String EXTENSION = "extension";
    private final Params from;
    private final Params extension;

    private ClientSettingsReader(Params from) {
        this.from = from;
        this.extension = Objects.requireNonNullElse(from.object(EXTENSION), Params.of(Map.of()));
    }

    /**
     * @param members each in its declared type, without what the server decides
     * @throws BadRequest if a member is not valid
     */
    static ClientSettings read(Map<String, JsonNode> members) {
        try {
            return new ClientSettingsReader(Params.of(members)).settings(members);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The client is not valid: " + e.getMessage() + ".");
        }
    }

    private ClientSettings settings(Map<String, JsonNode> members) {
        return new ClientSettings(
                from.text("developer"),
                alias(),
                from.flag("clientIdAliasEnabled"),
                type(),
                Objects.requireNonNullElse(from.name("applicationType", ApplicationType.class), ApplicationType.WEB),
                from.text("clientName"),
                redirectUris(),
                names("responseTypes", ResponseType.class),
                names("grantTypes", GrantType.class),
                authMethod(),
                ExtensionJson.durations(extension),
                ExtensionJson.requestableScopes(extension),
                from.integer("defaultMaxAge"),
                from.flag("singleAccessTokenPerSubject"),
                from.flag("pkceRequired"),
                from.flag("pkceS256Required"),
                demands(),
                AttributesJson.read(from, "attributes"),
                opaque(members));
    }

    private @Nullable ClientAlias alias() {
        String alias = from.text("clientIdAlias");
        return alias == null ? null : Params.checked("clientIdAlias", () -> new ClientAlias(alias));
    }

    private ClientType type() {
        ClientType type = from.name("clientType", ClientType.class);
        if (type != null) {
            return type;
        }
        return from.name("tokenAuthMethod", ClientAuthMethod.class) == ClientAuthMethod.NONE
                ? ClientType.PUBLIC
                : ClientType.CONFIDENTIAL;
    }

    private ClientAuthMethod authMethod() {
        ClientAuthMethod method = from.name("tokenAuthMethod", ClientAuthMethod.class);
        if (method != null) {
            return method;
        }
        return type() == ClientType.PUBLIC ? ClientAuthMethod.NONE : ClientAuthMethod.CLIENT_SECRET_BASIC;
    }

    private List<RedirectUri> redirectUris() {
        List<String> uris = from.words("redirectUris");
        return uris == null
                ? List.of()
                : Params.checked(
                        "redirectUris",
                        () -> uris.stream().map(RedirectUri::new).distinct().toList());
    }

    private Set<Demand> demands() {
        Set<Demand> demands = EnumSet.noneOf(Demand.class);
        addIf("parRequired", Demand.PUSHED_AUTHORIZATION_REQUEST, demands);
        addIf("requestObjectRequired", Demand.REQUEST_OBJECT, demands);
        addIf("dpopRequired", Demand.DPOP, demands);
        addIf("tlsClientCertificateBoundAccessTokens", Demand.CERTIFICATE_BOUND_TOKENS, demands);
        return demands;
    }

    private void addIf(String flag, Demand demand, Set<Demand> demands) {
        if (from.flag(flag)) {
            demands.add(demand);
        }
    }

    private OpaqueMembers opaque(Map<String, JsonNode> members) {
        Map<String, JsonNode> rest = new LinkedHashMap<>(members);
        rest.keySet().removeAll(ClientMembers.table().modelled());
        JsonNode extensionRest = ExtensionJson.opaque(extension);
        if (extensionRest.size() > 0) {
            rest.put(EXTENSION, extensionRest);
        }
        return KeptMembers.of(rest);
    }

    private <E extends Enum<E>> List<E> names(String name, Class<E> type) {
        List<E> names = from.names(name, type);
        return names == null ? List.of() : names;
    }
}
