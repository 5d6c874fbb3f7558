package dev.grantkeep.adapter.rest.error;

/** What can go wrong with any call. Most messages begin with the path. */
public final class CommonCodes {
    public static final ResultCode SERVER_ERROR = new ResultCode("A001101", 500, "%s, Grantkeep server error.");
    public static final ResultCode STORE_UNAVAILABLE =
            new ResultCode("A001102", 503, "%s, The database cannot answer now.");
    public static final ResultCode CONTENDED =
            new ResultCode("A001103", 503, "%s, Given up after too many concurrent changes.");
    public static final ResultCode OVERLOADED = new ResultCode("A001104", 503, "%s, Too many calls are waiting.");
    public static final ResultCode TOO_MUCH_AT_ONCE =
            new ResultCode("A001105", 503, "%s, Too much is being sent at once: try again.");
    public static final ResultCode HEADER_MISSING =
            new ResultCode("A001202", 401, "%s, Authorization header is missing.");
    public static final ResultCode CREDENTIALS_WRONG = new ResultCode("A001203", 401, "%s, The credentials are wrong.");
    public static final ResultCode HEADER_MALFORMED =
            new ResultCode("A001204", 400, "%s, Authorization header is malformed.");
    public static final ResultCode CREDENTIALS_OF_ANOTHER =
            new ResultCode("A001205", 403, "%s, The credentials do not give access to this.");
    public static final ResultCode SERVICE_UNKNOWN = new ResultCode("A001206", 404, "%s, There is no such service.");
    public static final ResultCode PATH_UNKNOWN = new ResultCode("A001207", 404, "%s, There is no such API.");
    public static final ResultCode METHOD_NOT_ALLOWED =
            new ResultCode("A001208", 405, "%s, The API does not have this method.");
    public static final ResultCode REQUEST_MALFORMED = new ResultCode("A001209", 400, "%s, %s");
    public static final ResultCode BODY_TOO_LARGE = new ResultCode("A001210", 413, "%s, %s");
    public static final ResultCode CONTENT_TYPE_UNSUPPORTED = new ResultCode("A001211", 415, "%s, %s");
    public static final ResultCode NOT_ACCEPTABLE =
            new ResultCode("A001212", 406, "%s, The answer is application/json, which the request does not accept.");
    public static final ResultCode ORIGIN_FOREIGN =
            new ResultCode("A001213", 403, "%s, A web page of another origin may not call this machine's own server.");
    public static final ResultCode REQUEST_TOO_SLOW =
            new ResultCode("A001214", 408, "%s, The request did not arrive in time.");
    public static final ResultCode CLIENT_LOCKED =
            new ResultCode("A001215", 403, "%s, The client (ID = %s) is locked.");

    private CommonCodes() {}
}
