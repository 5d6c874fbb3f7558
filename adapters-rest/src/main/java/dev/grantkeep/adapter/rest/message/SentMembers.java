package dev.grantkeep.adapter.rest.message;

import dev.grantkeep.application.document.MemberTable;
import dev.grantkeep.application.document.Type.Source;
import dev.grantkeep.domain.value.InvalidMember;
import java.util.Map;
import java.util.function.Supplier;

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

    /**
     * What is done with settings.
     *
     * @throws BadRequest if a member turns out not to be valid
     */
    public static <T> T done(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidMember e) {
            throw new BadRequest(e.getMessage() + ".");
        }
    }

    /**
     * Settings that are made of members.
     *
     * @param what they are of
     * @throws BadRequest if a member is not valid
     */
    public static <T> T valid(String what, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (InvalidMember e) {
            throw new BadRequest(e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The " + what + " is not valid: " + e.getMessage() + ".");
        }
    }
}
