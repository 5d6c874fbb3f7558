package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.SentMembers;
import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.SectorIdentifier;
import dev.grantkeep.domain.service.Service;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A client as the API shows it: its document, and what only Grantkeep writes. */
public final class ClientJson {
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

    /** The members that 3.0 shows to those who only list. */
    public static List<String> limitedMembers() {
        return LIMITED;
    }

    /** The members that 3.0 shows to the pages. */
    public static List<String> authorizingMembers() {
        return Stream.concat(LIMITED.stream(), AUTHORIZING.stream()).toList();
    }

    /** A client within another answer. */
    public static JsonNode write(Dialect dialect, Client client, Service of) {
        return members(new Members(), dialect, client, of).build();
    }

    /** A client within an answer that shows the reduced form in 3.0. */
    public static JsonNode writeLimited(Dialect dialect, Client client, Service of) {
        JsonNode full = write(dialect, client, of);
        if (dialect == Dialect.V2) {
            return full;
        }
        return only(full, LIMITED.stream());
    }

    /** A client as the pages may see it: without secrets, and in 3.0 what a user needs to know of it. */
    public static JsonNode writeWithoutSecrets(Dialect dialect, Client client, Service of) {
        JsonNode full = Members.without(
                write(dialect, client, of), ClientMembers.table().secrets());
        return dialect == Dialect.V2 ? full : only(full, authorizingMembers().stream());
    }

    private static JsonNode only(JsonNode full, Stream<String> names) {
        Members some = new Members();
        names.forEach(name -> some.node(name, full.get(name)));
        return some.build();
    }

    /** A client that is the whole answer. */
    static Members answer(Dialect dialect, Client client, Service of) {
        return members(Members.of(dialect, "client"), dialect, client, of);
    }

    /** The settings of a new client. Where the caller says nothing it uses the authorization code flow. */
    static ClientSettings create(Dialect dialect, SentMembers sent, Service of) {
        return new SentClient(dialect, sent.accepted(ClientMembers.table()), of).settings();
    }

    /** The settings that replace the current ones: what was not sent is as in a new client. */
    static ClientSettings update(Dialect dialect, Client current, SentMembers sent, Service of) {
        Map<String, Object> members = sent.accepted(ClientMembers.table());
        if (dialect == Dialect.V3) {
            // A client without an alias was shown with its id in its place.
            members.remove("clientIdAlias", current.id().toString());
        }
        return new SentClient(dialect, members, of).settings();
    }

    private static Members members(Members to, Dialect dialect, Client client, Service of) {
        Map<String, Object> shown =
                ClientMembers.table().shown(client.settings().members());
        to.number("number", client.number())
                .number("serviceNumber", of.number())
                .number("clientId", client.id().value())
                .text("clientSecret", client.secret().value())
                .flag("locked", client.locked())
                .instant("createdAt", client.createdAt())
                .instant("modifiedAt", client.modifiedAt())
                .tree(shown)
                .text(
                        "derivedSectorIdentifier",
                        SectorIdentifier.of(client.settings()).orElse(null));
        return dialect == Dialect.V2 ? to : withAlias(to, client);
    }

    /** In 3.0 every client has an alias, if only its id, and it always counts. */
    private static Members withAlias(Members to, Client client) {
        ClientAlias alias = client.settings().alias();
        return to.text("clientIdAlias", alias == null ? client.id().toString() : alias.value())
                .flag("clientIdAliasEnabled", true);
    }
}
