package dev.grantkeep.application.port.out.key;

/** Why a message is refused. None says anything about what an encrypted message holds. */
public enum JoseFault {
    TOO_LONG("has more than " + JoseMessages.MAX_LENGTH + " characters"),
    MALFORMED("is not a JWT in the compact form"),
    COMPRESSED("is compressed (`zip`)"),
    EXTENDED("demands extensions that are not known here (`crit`, `b64`)"),
    UNSECURED("is not signed (`alg` is none)"),
    NOT_SIGNED("is not a signed JWT"),
    NOT_ENCRYPTED("is not an encrypted JWT"),
    UNEXPECTED_ALGORITHM("has another algorithm than is registered or allowed"),
    NO_KEY("is by a key that is not known"),
    WRONG_SIGNATURE("has a wrong signature"),
    UNDECIPHERABLE("cannot be decrypted"),
    NO_CLAIMS("holds no JSON object");

    private final String text;

    JoseFault(String text) {
        this.text = text;
    }

    /** Goes on from the name of the message, such as "The request object"; plain ASCII. */
    public String text() {
        return text;
    }
}
