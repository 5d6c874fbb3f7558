package dev.grantkeep.domain.key;

/** The {@code kty} of a key that is used (RFC 7518 section 6.1, RFC 8037 section 2). */
public enum KeyType {
    RSA("RSA"),
    EC("EC"),
    OKP("OKP"),
    OCTETS("oct");

    private final String wireName;

    KeyType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
