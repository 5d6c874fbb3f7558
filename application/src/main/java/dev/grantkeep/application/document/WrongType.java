package dev.grantkeep.application.document;

/** A member's value is not of the type that the member is declared with. The message names the member. */
public final class WrongType extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    WrongType(String member, String expected) {
        super("The value of '" + member + "' must be " + expected);
    }
}
