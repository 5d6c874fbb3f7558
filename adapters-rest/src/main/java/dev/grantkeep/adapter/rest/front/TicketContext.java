package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * What a page for login and consent has to know, as the context of a ticket: the members of the answer of
 * {@code auth/authorization}, but for those that no page shows.
 */
final class TicketContext {
    private static final Set<String> LEFT_OUT = Set.of("resultCode", "resultMessage", "type", "ticket", "service");
    private static final String CLIENT = "client";

    /** What a page shows of a client. */
    private static final Set<String> OF_A_CLIENT = Set.of(
            "clientId",
            "clientIdAlias",
            "clientIdAliasEnabled",
            "clientType",
            "applicationType",
            "clientName",
            "clientNames",
            "description",
            "descriptions",
            "logoUri",
            "logoUris",
            "clientUri",
            "clientUris",
            "policyUri",
            "policyUris",
            "tosUri",
            "tosUris",
            "dynamicallyRegistered",
            "attributes");

    private TicketContext() {}

    /** The text of a JSON object. */
    static String of(JsonNode answer) {
        Members context = new Members();
        for (Map.Entry<String, JsonNode> member : answer.entries()) {
            if (member.getKey().equals(CLIENT)) {
                context.node(CLIENT, shown(member.getValue()));
            } else if (!LEFT_OUT.contains(member.getKey())) {
                context.node(member.getKey(), member.getValue());
            }
        }
        return Json.writeText(context.build());
    }

    private static JsonNode shown(JsonNode client) {
        Members members = new Members();
        for (Map.Entry<String, JsonNode> member : client.entries()) {
            if (OF_A_CLIENT.contains(member.getKey())) {
                members.node(member.getKey(), member.getValue());
            }
        }
        return members.build();
    }
}
