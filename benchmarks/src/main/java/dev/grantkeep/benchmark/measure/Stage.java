package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Reply;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.server.Server;
import java.util.List;

/**
 * A Grantkeep with a database of its own.
 *
 * @param bulk the tokens that are there to be introspected
 */
record Stage(String database, Shape bulk, Tenant tenant, Dataset data, Server grantkeep) {
    static final String INTROSPECTION = "/api/auth/introspection";
    static final String TOKEN = "/api/auth/token";
    static final String AUTHORIZATION = "/api/auth/authorization";
    static final String DEVICE = "/api/device/authorization";
    static final String CREATE = "/api/auth/token/create";
    static final String REVOKE = "/api/auth/token/revoke";
    static final String PUSH = "/api/pushed_auth_req";
    private static final String REDIRECT_URI = "https://client.example.org/cb/example.com";

    /** The same for another service of this Grantkeep. */
    Stage of(Tenant other) {
        return new Stage(database, bulk, other, data, grantkeep);
    }

    /** What calls of a service of another Grantkeep are like, whose data nobody else writes. */
    Stage at(Server other, Tenant its) {
        return new Stage(database, bulk, its, data, other);
    }

    HttpConnection connect() {
        return new HttpConnection(grantkeep.port(), tenant.authorization());
    }

    /** Introspections of any of the bulk's tokens. */
    Requests introspections() {
        return anyToken(INTROSPECTION, bulk);
    }

    /** Requests whose body has any token of the shape. */
    Requests anyToken(String path, Shape shape) {
        String token = shape.accessToken(0);
        int digits = token.indexOf("0000000000");
        return new Requests(
                "introspection.lua",
                List.of(
                        path,
                        tenant.authorization(),
                        token.substring(0, digits),
                        token.substring(digits + 10),
                        Long.toString(shape.tokens()),
                        Integer.toString(Dataset.REFRESH_STEP)));
    }

    /** How long a good answer of a server is, with its headers. */
    int answerBytes(Server server, String path, String body) {
        try (HttpConnection connection = new HttpConnection(server.port(), tenant.authorization())) {
            return connection.post(path, body).requireGood().bytes();
        }
    }

    /** A contender that introspects. */
    Contender introspecting(String work, String name, Server server) {
        return new Contender(
                work, name, server, this::introspections, answerBytes(server, INTROSPECTION, introspectionBody(1)));
    }

    /** A body that asks for a token by client_credentials. */
    String issueBody() {
        return "{\"parameters\":\"grant_type=client_credentials&scope=read+write\",\"clientId\":\"" + tenant.client()
                + "\",\"clientSecret\":\"" + tenant.clientSecret() + "\"}";
    }

    /** A code of a user who logs in by OpenID Connect. */
    String issueCode(HttpConnection api) {
        Reply asked = api.post(
                AUTHORIZATION,
                "{\"parameters\":\"response_type=code&scope=openid+read+write&nonce=a+nonce&client_id="
                        + tenant.client() + "&redirect_uri=" + REDIRECT_URI + "\"}");
        Reply issued = api.post(
                "/api/auth/authorization/issue",
                "{\"ticket\":\"" + asked.text("ticket") + "\",\"subject\":\"a user\",\"authTime\":1700000000}");
        return issued.requireOk().text("authorizationCode");
    }

    /** A body that redeems CODE for CLIENT. All clients have the same secret. */
    String codeBody() {
        return "{\"parameters\":\"grant_type=authorization_code&code=CODE&redirect_uri=" + REDIRECT_URI
                + "\",\"clientId\":\"CLIENT\",\"clientSecret\":\"" + tenant.clientSecret() + "\"}";
    }

    /** A body that pushes an authorization request. */
    String pushBody() {
        return "{\"parameters\":\"response_type=code&scope=read+write&state=a+state"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&client_id="
                + tenant.client() + "&redirect_uri=" + REDIRECT_URI + "\",\"clientId\":\"" + tenant.client()
                + "\",\"clientSecret\":\"" + tenant.clientSecret() + "\"}";
    }

    /** A body that brings an authorization request signed by ES256. */
    String signedRequestBody() {
        return "{\"parameters\":\"client_id=" + tenant.client() + "&request="
                + tenant.signed(
                        """
                        {"iss":"%1$d","aud":"https://as.example.com","client_id":"%1$d","response_type":"code",\
                        "scope":"read write","redirect_uri":"%2$s","state":"a state","exp":%3$d}""".formatted(tenant.client(), REDIRECT_URI, System.currentTimeMillis() / 1_000 + 86_400))
                + "\"}";
    }

    /** A body that asks for a device code. */
    String deviceBody() {
        return withClient("scope=read+write");
    }

    /** A body that polls CODE. */
    String pollBody() {
        return withClient("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=CODE");
    }

    private String withClient(String parameters) {
        return "{\"parameters\":\"" + parameters + "\",\"clientId\":\"" + tenant.client() + "\",\"clientSecret\":\""
                + tenant.clientSecret() + "\"}";
    }

    String introspectionBody(long i) {
        return tokenBody(bulk, i);
    }

    static String tokenBody(Shape shape, long i) {
        return "{\"token\":\"" + shape.accessToken(i) + "\"}";
    }

    /** A body that creates a token of the authorization code flow, with a refresh token. */
    String createBody(String subject) {
        return "{\"grantType\":\"AUTHORIZATION_CODE\",\"clientId\":" + tenant.client() + ",\"subject\":\"" + subject
                + "\",\"scopes\":[\"read\",\"write\"]}";
    }

    /** A body that refreshes TOKEN for CLIENT. All clients have the same secret. */
    String refreshBody() {
        return "{\"parameters\":\"grant_type=refresh_token&refresh_token=TOKEN\",\"clientId\":\"CLIENT\","
                + "\"clientSecret\":\"" + tenant.clientSecret() + "\"}";
    }
}
