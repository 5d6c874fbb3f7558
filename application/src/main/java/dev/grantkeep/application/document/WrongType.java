package dev.grantkeep.application.document;

/** A member's value is not of the type that the member is declared with. The message names the member. */
public final class WrongType extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private WrongType(String message) {
        super(message);
    }

    static WrongType mustBe(String member, String expected) {
        return new WrongType("The value of '" + member + "' must be " + expected);
    }

    static WrongType missing(String member) {
        return new WrongType("The request does not contain '" + member + "' parameter");
    }
}
