package dev.grantkeep.domain.authorization;

/** Why a request object that its client made is not taken (RFC 9101 sections 4, 6 and 10.8). */
public enum RequestObjectFault {
    OTHER_TYPE("is of another type than request objects are (`typ`)"),
    OTHER_ISSUER("is of another issuer than its client (`iss`)"),
    OTHER_PURPOSE("names its client as the subject, as what a client authenticates with does (`sub`)"),
    OTHER_AUDIENCE("is for another audience than the service (`aud`)"),
    EXPIRED("has expired (`exp`)"),
    NOT_YET("counts from a later time on (`nbf`)"),
    FROM_THE_FUTURE("is from the future (`iat`)");

    private final String text;

    RequestObjectFault(String text) {
        this.text = text;
    }

    /** Goes on from the name of the object; plain ASCII. */
    public String text() {
        return text;
    }
}
