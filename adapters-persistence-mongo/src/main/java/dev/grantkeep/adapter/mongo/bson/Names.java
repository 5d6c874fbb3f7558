package dev.grantkeep.adapter.mongo.bson;

/** The fields that queries and indexes name. What only a mapper names stands there. */
public final class Names {
    public static final String ID = "_id";
    public static final String VERSION = "version";
    public static final String SERVICE = "service";
    public static final String CLIENT = "client";
    public static final String SUBJECT = "subject";

    /** The id of the grant head, in token records and steps. */
    public static final String HEAD = "head";

    /** The head's generation: its own in a head, the client's own in a client, the inherited one elsewhere. */
    public static final String GENERATION = "generation";

    /** The generation of a head's codes, if it is not that of the tokens. */
    public static final String CODE_GENERATION = "codeGeneration";

    /** The client's generation as a token record or step inherited it. */
    public static final String CLIENT_GENERATION = "clientGeneration";

    /** The generations that a head or client had before and that may still have to be reclaimed. */
    public static final String FORMER = "former";

    /** When to look for what can be reclaimed of a head, client or service; absent is never. */
    public static final String RECLAIM_AT = "reclaimAt";

    /** When to look whether a head is empty; absent while it remembers granted scopes. */
    public static final String LOOK_AT = "lookAt";

    /** True in what is left of a removed service, client or token. */
    public static final String REMOVED = "removed";

    /** What happened and was not told yet; absent if there is nothing. */
    public static final String EVENTS = "events";

    /** The service of such events. */
    public static final String EVENTS_SERVICE = EVENTS + ".service";

    public static final String CREATED_AT = "createdAt";
    public static final String MODIFIED_AT = "modifiedAt";

    /** The expiry of a step. */
    public static final String EXPIRES_AT = "expiresAt";

    /** Everything of a service or client that an update can change; large. */
    public static final String SETTINGS = "settings";

    public static final String DEVELOPER = "settings.developer";

    /** The SHA-256 of a service's API secret. */
    public static final String SECRET_HASH = "secretHash";

    /** A client's alias within its service. */
    public static final String ALIAS_KEY = "aliasKey";

    /** A client's seat among the clients of its developer, within its service. */
    public static final String SEAT_KEY = "seatKey";

    /** The hash of the access token with the service. */
    public static final String ACCESS_KEY = "accessKey";

    /** The hash of the refresh token with the service. */
    public static final String REFRESH_KEY = "refreshKey";

    /** The hash of a rotated refresh token that does not name its record, with the service. */
    public static final String ORIGIN_KEY = "originKey";

    public static final String ACCESS_EXPIRES_AT = "accessExpiresAt";
    public static final String LAST_USED_AT = "lastUsedAt";
    public static final String PURGE_AT = "purgeAt";

    /** Another hash that finds a step, with its kind and the service. */
    public static final String SECOND_KEY = "secondKey";

    /** The token record that a step became. */
    public static final String SETTLED_AS = "settledAs";

    /** The same in codes of the release before. */
    public static final String REDEEMED_AS = "redeemedAs";

    private Names() {}
}
