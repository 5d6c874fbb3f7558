package dev.grantkeep.adapter.mongo.index;

/** The names of the collections. */
public final class Collections {
    public static final String SERVICE = "service";
    public static final String CLIENT = "client";
    public static final String GRANT_HEAD = "grant_head";
    public static final String TOKEN = "token";
    public static final String CODE = "authorization_code";
    public static final String TICKET = "ticket";
    /** One document, which a health check changes. */
    public static final String HEALTH_CHECK = "health_check";

    private Collections() {}
}
