package dev.grantkeep.application.document;

import dev.grantkeep.domain.protocol.Demand;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A member of a service or client: one line of a table.
 *
 * @param name as the API has it
 * @param byDefault what a new service or client has where its caller says nothing; null is nothing
 * @param demand the protection that a value which asks for something demands, and which Grantkeep does not give yet
 * @param concerns what the member is about alone, if that is nothing that Grantkeep offers
 * @param onlyV3 whether only 3.0 documents it; it is taken and shown in both dialects
 */
record Member(
        String name,
        Type type,
        Access access,
        Steering steering,
        @Nullable Object byDefault,
        @Nullable Demand demand,
        @Nullable Absent concerns,
        boolean onlyV3) {
    /** Who may write a member, and who may see it. */
    enum Access {
        EDITABLE,
        /** Only Grantkeep writes it; what a caller sends is ignored. */
        READ_ONLY,
        /** Editable, and never shown to the pages: a secret or a private key. */
        SECRET,
        /** Only Grantkeep writes it, and the pages never see it. */
        READ_ONLY_SECRET;

        boolean isReadOnly() {
            return this == READ_ONLY || this == READ_ONLY_SECRET;
        }

        boolean isSecret() {
            return this == SECRET || this == READ_ONLY_SECRET;
        }
    }

    /** What a member does. */
    enum Steering {
        /** Stored, given back, and read by no rule. */
        KEPT,
        /** Read by a rule: a concern of the settings is about it. */
        STEERS,
        /** Known to demand a protection that is not given yet: what it concerns is refused. */
        DEMAND
    }

    static Member editable(String name, Type type) {
        return new Member(name, type, Access.EDITABLE, Steering.KEPT, null, null, null, false);
    }

    static Member secret(String name, Type type) {
        return new Member(name, type, Access.SECRET, Steering.KEPT, null, null, null, false);
    }

    static Member readOnly(String name, Type type) {
        return new Member(name, type, Access.READ_ONLY, Steering.KEPT, null, null, null, false);
    }

    static Member readOnlySecret(String name, Type type) {
        return new Member(name, type, Access.READ_ONLY_SECRET, Steering.KEPT, null, null, null, false);
    }

    Member steers() {
        return new Member(name, type, access, Steering.STEERS, byDefault, demand, concerns, onlyV3);
    }

    Member byDefault(Object ifAbsent) {
        return new Member(name, type, access, steering, ifAbsent, demand, concerns, onlyV3);
    }

    Member demands(Demand protection) {
        return new Member(name, type, access, Steering.DEMAND, byDefault, protection, concerns, onlyV3);
    }

    /** Restricts, if anything, only what is not offered. */
    Member onlyOf(Absent thing) {
        return new Member(name, type, access, steering, byDefault, demand, thing, onlyV3);
    }

    Member inV3() {
        return new Member(name, type, access, steering, byDefault, demand, concerns, true);
    }

    /** Whether this value asks for what the member is about: a flag that is on, a text or list that is not empty. */
    static boolean asks(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case String text -> !text.isEmpty();
            case Number number -> number.longValue() != 0;
            case Collection<?> items -> !items.isEmpty();
            default -> true;
        };
    }
}
