package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Trees;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.document.Kept;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.service.Service;
import io.micronaut.json.tree.JsonNode;
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

    ClientSettings settings() {
        aliasCounts();
        requireAllowedAlias();
        onlySupportedMetadata();
        return ClientSettingsReader.read(Trees.nodes(members));
    }

    /** In 3.0 an alias always counts; in 2.x it counts if the caller says so, or says nothing but sends one. */
    private void aliasCounts() {
        if (dialect == Dialect.V3) {
            members.put(ALIAS_ENABLED, true);
        } else {
            members.putIfAbsent(ALIAS_ENABLED, members.containsKey(ALIAS));
        }
    }

    private void requireAllowedAlias() {
        if (members.get(ALIAS) instanceof String alias
                && ClientAlias.isWebAddress(alias)
                && Kept.rules(service).httpAliasProhibited()) {
            throw new BadRequest(
                    "The value of 'clientIdAlias' begins with http:// or https://, which the service prohibits"
                            + " (httpAliasProhibited).");
        }
    }

    /** Of the custom metadata what the service names: each service decides what its clients may carry. */
    private void onlySupportedMetadata() {
        if (members.remove(CUSTOM) instanceof String text && !text.isEmpty()) {
            Map<String, Object> metadata = new LinkedHashMap<>(read(text));
            List<String> supported = Kept.rules(service).customMetadata();
            metadata.keySet().retainAll(supported);
            if (!metadata.isEmpty()) {
                members.put(CUSTOM, Json.writeText(JsonNode.createObjectNode(Trees.nodes(metadata))));
            }
        }
    }

    private static Map<String, Object> read(String text) {
        try {
            return JsonText.read(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The value of 'customMetadata' must be the text of a JSON object.");
        }
    }
}
