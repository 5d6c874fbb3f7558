package dev.grantkeep.domain.client;

/** The kind of application a client is (OpenID Connect Dynamic Client Registration 1.0, section 2). */
public enum ApplicationType {
    WEB,
    NATIVE
}
