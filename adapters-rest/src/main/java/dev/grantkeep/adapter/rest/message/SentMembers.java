package dev.grantkeep.adapter.rest.message;

import dev.grantkeep.application.document.MemberTable;
import dev.grantkeep.application.document.Type.Source;
import java.util.Map;

/**
 * The members of a service or client that a caller sends, without nulls.
 *
 * @param members values of JDK types; in a form a text, or a list of texts where a parameter stands more than once
 */
public record SentMembers(Map<String, Object> members, Source source) {
    /**
     * The members that the settings are to have.
     *
     * @throws BadRequest if a value is not of its member's type
     */
    public Map<String, Object> accepted(MemberTable table) {
        try {
            return table.accept(members, source);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(e.getMessage() + ".");
        }
    }
}
