package dev.grantkeep.adapter.rest.message;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.document.MemberTable;
import dev.grantkeep.domain.common.OpaqueMembers;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the text of the members that are kept. It is read once by what will read it, before anything is stored. */
public final class KeptMembers {
    private KeptMembers() {}

    /** The members that have no place of their own. */
    public static OpaqueMembers of(Map<String, JsonNode> members, MemberTable table) {
        Map<String, JsonNode> rest = new LinkedHashMap<>(members);
        rest.keySet().removeAll(table.modelled());
        return of(rest);
    }

    /**
     * These members.
     *
     * @throws BadRequest if the text could not be read again
     */
    public static OpaqueMembers of(Map<String, JsonNode> members) {
        return members.isEmpty()
                ? OpaqueMembers.NONE
                : new OpaqueMembers(readable(Json.writeText(JsonNode.createObjectNode(members))));
    }

    private static String readable(String text) {
        try {
            JsonText.read(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The members cannot be stored: they could not be read again.");
        }
    }
}
