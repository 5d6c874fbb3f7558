package dev.grantkeep.domain.key;

/** What a service signs with its keys. */
public enum KeyPurpose {
    ACCESS_TOKEN("accessTokenSignatureKeyId"),
    AUTHORIZATION_RESPONSE("authorizationSignatureKeyId"),
    ID_TOKEN("idTokenSignatureKeyId"),
    INTROSPECTION("introspectionSignatureKeyId"),
    USER_INFO("userInfoSignatureKeyId");

    private final String setting;

    KeyPurpose(String setting) {
        this.setting = setting;
    }

    /** The member of the service that picks one of several fitting keys. */
    public String setting() {
        return setting;
    }
}
