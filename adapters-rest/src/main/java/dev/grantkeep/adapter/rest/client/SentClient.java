package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.JsonValues;
import dev.grantkeep.adapter.rest.message.SentMembers;
import dev.grantkeep.adapter.rest.message.Trees;
import dev.grantkeep.adapter.rest.message.Unreadable;
import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The members that a caller sends of a client, in their declared types, with what its service has to say about them.
 *
 * @param members may be changed
 */
record SentClient(Dialect dialect, Map<String, Object> members, Service service) {
    private static final String ALIAS = "clientIdAlias";
    private static final String ALIAS_ENABLED = "clientIdAliasEnabled";
    private static final String CUSTOM = "customMetadata";
    private static final String TYPE = "clientType";
    private static final String METHOD = "tokenAuthMethod";
    private static final String SCOPES = "requestableScopes";

    /** @throws BadRequest if a member is not valid */
    ClientSettings settings() {
        aliasCounts();
        authenticates();
        onlyPossibleScopes();
        requireAllowedAlias();
        onlySupportedMetadata();
        return SentMembers.valid("client", () -> ClientMembers.settings(Members.of(members)));
    }

    /**
     * Without a type a client is confidential, unless it does not authenticate; without a method it authenticates by its
     * secret in a Basic header, unless it is public.
     */
    private void authenticates() {
        boolean never = ClientAuthMethod.NONE.name().equals(members.get(METHOD));
        members.putIfAbsent(TYPE, (never ? ClientType.PUBLIC : ClientType.CONFIDENTIAL).name());
        boolean isPublic = ClientType.PUBLIC.name().equals(members.get(TYPE));
        members.putIfAbsent(METHOD, (isPublic ? ClientAuthMethod.NONE : ClientAuthMethod.CLIENT_SECRET_BASIC).name());
    }

    /** What cannot be a scope is left out of those that it may request, as unsupported scopes are. */
    private void onlyPossibleScopes() {
        Members extension = Members.of(members).object("extension");
        if (extension.flag("requestableScopesEnabled")) {
            List<String> scopes = extension.texts(SCOPES).stream()
                    .filter(ScopeName::isValid)
                    .distinct()
                    .toList();
            members.put("extension", extension.with(SCOPES, scopes));
        }
    }

    /** In 3.0 an alias always counts; in 2.x it counts if the caller says so, or says nothing but sends one. */
    private void aliasCounts() {
        if (dialect == Dialect.V3) {
            members.put(ALIAS_ENABLED, true);
        } else {
            members.putIfAbsent(ALIAS_ENABLED, members.containsKey(ALIAS));
        }
        members.remove(ALIAS, "");
    }

    private void requireAllowedAlias() {
        if (members.get(ALIAS) instanceof String alias
                && ClientAlias.isWebAddress(alias)
                && service.settings().clients().httpAliasProhibited()) {
            throw new BadRequest(
                    "The value of 'clientIdAlias' begins with http:// or https://, which the service prohibits"
                            + " (httpAliasProhibited).");
        }
    }

    /** Of the custom metadata what the service names: each service decides what its clients may carry. */
    private void onlySupportedMetadata() {
        if (members.remove(CUSTOM) instanceof String text && !text.isEmpty()) {
            Map<String, Object> metadata = new LinkedHashMap<>(read(text));
            metadata.keySet().retainAll(service.settings().clients().customMetadata());
            if (!metadata.isEmpty()) {
                members.put(CUSTOM, JsonText.write(metadata));
            }
        }
    }

    private static Map<String, Object> read(String text) {
        try {
            return Trees.of(JsonValues.object(CUSTOM, Json.readSent(text)).sent());
        } catch (Unreadable | BadRequest e) {
            throw new BadRequest("The value of 'customMetadata' must be the text of a JSON object.");
        }
    }
}
