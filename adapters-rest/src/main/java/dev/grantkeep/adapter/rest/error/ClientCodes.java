package dev.grantkeep.adapter.rest.error;

/** Result codes of {@code client/*}. Their groups are 142 and 146 to 149. */
public final class ClientCodes {
    public static final Group CLIENT = new Group("146");

    public static final ResultCode ALIAS_TAKEN =
            new ResultCode("A146210", 400, "Another client of the service has this client ID alias.");
    public static final ResultCode DEVELOPER_IS_FULL =
            new ResultCode("A146211", 400, "The developer has %s client(s) already, as many as the service allows.");

    public static final Group REQUESTABLE_SCOPES = new Group("142");

    public static final Group LOCK = new Group("147");

    public static final ResultCode LOCK_UPDATED =
            new ResultCode("A147001", 200, "Successfully updated the lock flag of the client (ID = %s).");

    public static final Group SECRET_REFRESH = new Group("148");

    public static final ResultCode SECRET_REFRESHED =
            new ResultCode("A148001", 200, "Successfully refreshed the client secret of the client (ID = %s).");

    public static final Group SECRET_UPDATE = new Group("149");

    public static final ResultCode SECRET_UPDATED =
            new ResultCode("A149001", 200, "Successfully updated the client secret of the client (ID = %s).");

    private ClientCodes() {}
}
