package dev.grantkeep.domain.clientauth;

/** Why an assertion with a right signature does not authenticate its client (RFC 7523 section 3). */
public enum AssertionFault {
    OTHER_CLIENT("does not name the client as its issuer and as its subject (`iss`, `sub`)"),
    OTHER_AUDIENCE("is for another audience than the service (`aud`)"),
    NO_EXPIRY("has no time at which it expires (`exp`)"),
    EXPIRED("has expired (`exp`)"),
    LASTS_TOO_LONG("expires too late (`exp`): a day from now is the most"),
    NOT_YET("counts from a later time on (`nbf`)"),
    FROM_THE_FUTURE("is from the future (`iat`)"),
    NO_ID("has no identifier of its own (`jti`)");

    private final String text;

    AssertionFault(String text) {
        this.text = text;
    }

    /** Goes on from the name of the assertion; plain ASCII. */
    public String text() {
        return text;
    }
}
