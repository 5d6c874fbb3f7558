package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Overlay;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.scope.AttributesJson;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.service.Service;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client as the API shows it. Lists that are empty are left out. */
public final class ClientJson {
    /** Members that the server decides; sent ones are ignored. */
    private static final Set<String> READ_ONLY = Set.of(
            "type",
            "number",
            "serviceNumber",
            "clientId",
            "clientSecret",
            "createdAt",
            "modifiedAt",
            "locked",
            "resultCode",
            "resultMessage");

    /** Members that hold a secret. */
    private static final Set<String> SECRET = Set.of("clientSecret", "registrationAccessTokenHash");

    /** What 3.0 shows of a client to those who only list or authorize. */
    private static final List<String> LIMITED = List.of(
            "number",
            "clientId",
            "clientIdAlias",
            "clientIdAliasEnabled",
            "clientName",
            "clientNames",
            "description",
            "descriptions",
            "clientType");

    /** What 3.0 shows of a client to the pages beside that: what a user is to be told, and what it may do. */
    private static final List<String> AUTHORIZING = List.of(
            "serviceNumber",
            "clientUri",
            "clientUris",
            "logoUri",
            "logoUris",
            "policyUri",
            "policyUris",
            "tosUri",
            "tosUris",
            "subjectType",
            "derivedSectorIdentifier",
            "defaultMaxAge",
            "authTimeRequired",
            "createdAt",
            "modifiedAt",
            "tlsClientCertificateBoundAccessTokens",
            "bcUserCodeRequired",
            "dynamicallyRegistered",
            "parRequired",
            "requestObjectRequired",
            "frontChannelRequestObjectEncryptionRequired",
            "requestObjectEncryptionAlgMatchRequired",
            "requestObjectEncryptionEncMatchRequired",
            "singleAccessTokenPerSubject",
            "pkceRequired",
            "pkceS256Required",
            "rsRequestSigned",
            "dpopRequired",
            "locked",
            "mtlsEndpointAliasesUsed",
            "inScopeForTokenMigration",
            "automaticallyRegistered",
            "explicitlyRegistered",
            "credentialResponseEncryptionRequired",
            "discoveredByMetadataDocument",
            "entityId",
            "metadataDocumentLocation",
            "metadataDocumentExpiresAt",
            "metadataDocumentUpdatedAt",
            "trustChainExpiresAt",
            "trustChainUpdatedAt",
            "clientSource");

    private ClientJson() {}

    /** A client within another answer. */
    public static JsonNode write(Client client, Service of) {
        return members(new Members(), client, of).build();
    }

    /** A client within an answer that shows the reduced form in 3.0. */
    public static JsonNode writeLimited(Dialect dialect, Client client, Service of) {
        JsonNode full = write(client, of);
        if (dialect == Dialect.V2) {
            return full;
        }
        return only(full, LIMITED.stream());
    }

    /** A client as the pages may see it: without secrets, and in 3.0 what a user needs to know of it. */
    public static JsonNode writeWithoutSecrets(Dialect dialect, Client client, Service of) {
        JsonNode full = Members.without(write(client, of), SECRET);
        return dialect == Dialect.V2 ? full : only(full, Stream.concat(LIMITED.stream(), AUTHORIZING.stream()));
    }

    private static JsonNode only(JsonNode full, Stream<String> names) {
        Members some = new Members();
        names.forEach(name -> some.node(name, full.get(name)));
        return some.build();
    }

    /** A client that is the whole answer. */
    static Members answer(Dialect dialect, Client client, Service of) {
        return members(Members.of(dialect, "client"), client, of);
    }

    /** The settings of a new client. Where the caller says nothing it uses the authorization code flow. */
    static ClientSettings create(Params sent) {
        Map<String, JsonNode> members = new LinkedHashMap<>(sent.sent());
        members.values().removeIf(JsonNode::isNull);
        return ClientSettingsReader.read(Overlay.of(defaults(members), members, READ_ONLY));
    }

    /** The current settings, overlaid by what was sent; of {@code extension} too a part may be sent. */
    static ClientSettings update(Client current, Params sent) {
        JsonNode settings = settings(new Members(), current.settings()).build();
        Map<String, JsonNode> members = new LinkedHashMap<>(sent.sent());
        Params extension = sent.object("extension");
        JsonNode currentExtension = settings.get("extension");
        if (extension != null && currentExtension != null) {
            members.put(
                    "extension", JsonNode.createObjectNode(Overlay.of(currentExtension, extension.sent(), Set.of())));
        }
        return ClientSettingsReader.read(Overlay.of(settings, members, READ_ONLY));
    }

    private static Members members(Members to, Client client, Service of) {
        to.number("number", client.number())
                .number("serviceNumber", of.number())
                .number("clientId", client.id().value())
                .text("clientSecret", client.secret().value())
                .flag("locked", client.locked())
                .instant("createdAt", client.createdAt())
                .instant("modifiedAt", client.modifiedAt());
        return settings(to, client.settings());
    }

    private static Members settings(Members to, ClientSettings settings) {
        JsonNode opaque = Json.read(settings.opaque().json());
        to.all(opaque)
                .text("developer", settings.developer())
                .text(
                        "clientIdAlias",
                        settings.alias() == null ? null : settings.alias().value())
                .flag("clientIdAliasEnabled", settings.aliasEnabled())
                .name("clientType", settings.type())
                .name("applicationType", settings.applicationType())
                .text("clientName", settings.name())
                .texts("redirectUris", uris(settings.redirectUris()))
                .names("responseTypes", orNull(settings.responseTypes()))
                .names("grantTypes", orNull(settings.grantTypes()))
                .name("tokenAuthMethod", settings.authMethod())
                .number("defaultMaxAge", settings.defaultMaxAge())
                .flag("singleAccessTokenPerSubject", settings.singleAccessTokenPerSubject())
                .flag("pkceRequired", settings.pkceRequired())
                .flag("pkceS256Required", settings.pkceS256Required())
                .nodes("attributes", AttributesJson.write(settings.attributes()))
                .node("extension", ExtensionJson.write(settings, opaque.get("extension")));
        return to;
    }

    private static JsonNode defaults(Map<String, JsonNode> sent) {
        return new Members()
                .names("grantTypes", List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN))
                .names("responseTypes", List.of(ResponseType.CODE))
                .flag("clientIdAliasEnabled", sent.containsKey("clientIdAlias"))
                .build();
    }

    private static @Nullable List<String> uris(List<RedirectUri> uris) {
        return uris.isEmpty() ? null : uris.stream().map(RedirectUri::value).toList();
    }

    private static <E> @Nullable List<E> orNull(List<E> list) {
        return list.isEmpty() ? null : list;
    }
}
