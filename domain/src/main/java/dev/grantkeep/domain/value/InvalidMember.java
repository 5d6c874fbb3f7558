package dev.grantkeep.domain.value;

import java.util.function.Supplier;

/** The value of a member cannot be what the member is about. The message names the member. */
public final class InvalidMember extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private InvalidMember(String message) {
        super(message);
    }

    /** The value of a member is one thing, and has to be another. */
    public static InvalidMember mustBe(String member, String expected) {
        return new InvalidMember("The value of '" + member + "' must be " + expected);
    }

    /**
     * What a value's constructor accepts.
     *
     * @throws InvalidMember if it refuses the value
     */
    static <T> T unless(String member, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidMember("The value of '" + member + "' is not valid: " + e.getMessage());
        }
    }
}
