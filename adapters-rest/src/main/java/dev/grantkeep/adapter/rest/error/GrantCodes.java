package dev.grantkeep.adapter.rest.error;

/** Result codes of {@code client/authorization/*} and {@code client/granted_scopes/*}. */
public final class GrantCodes {
    public static final Group AUTHORIZATION_LIST = new Group("136");

    public static final Group AUTHORIZATION_DELETE = new Group("137");

    public static final ResultCode AUTHORIZATION_DELETED = new ResultCode(
            "A137001", 200, "Deleted %s access token(s) issued to the client (ID = %s) of the service (API Key = %s).");

    public static final Group AUTHORIZATION_UPDATE = new Group("138");

    public static final ResultCode AUTHORIZATION_UPDATED = new ResultCode(
            "A138001", 200, "Updated %s access token(s) issued to the client (ID = %s) of the service (API Key = %s).");

    public static final Group GRANTED_SCOPES_GET = new Group("140");

    public static final ResultCode GRANTED_SCOPES_FOUND =
            new ResultCode("A140001", 200, "Got the granted scopes of the client (ID = %s).");

    public static final Group GRANTED_SCOPES_DELETE = new Group("141");

    public static final ResultCode GRANTED_SCOPES_DELETED =
            new ResultCode("A141001", 200, "Deleted the granted scopes of the client (ID = %s).");

    private GrantCodes() {}
}
