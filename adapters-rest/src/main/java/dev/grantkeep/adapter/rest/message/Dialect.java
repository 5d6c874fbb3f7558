package dev.grantkeep.adapter.rest.message;

/** The two forms of the API: they differ in paths, credentials and a few members. */
public enum Dialect {
    /** 2.x: the credential names the service. */
    V2,
    /** 3.0: the path names the service. */
    V3
}
