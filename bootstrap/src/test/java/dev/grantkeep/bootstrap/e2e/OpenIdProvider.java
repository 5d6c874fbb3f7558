package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The part of an OpenID provider that Grantkeep leaves to others: it takes the requests of clients, asks Grantkeep, and
 * answers as the {@code action} says. Whoever comes is logged in, and allows everything.
 */
record OpenIdProvider(Tenant tenant) {
    static final String SUBJECT = "alice";
    static final String ISSUER = "https://as.example.com/t/";
    static final URI AUTHORIZE = URI.create(ISSUER + "authorize");
    static final URI TOKEN = URI.create(ISSUER + "token");
    static final URI REVOKE = URI.create(ISSUER + "revoke");

    /** What a service has that is a whole provider, beside its keys; names and values in turn. */
    static Object[] settings(String jwks, Object... more) {
        List<Object> settings = new ArrayList<>(List.of(
                "issuer",
                ISSUER,
                "jwks",
                jwks,
                "jwksUri",
                ISSUER + "jwks",
                "authorizationEndpoint",
                AUTHORIZE.toString(),
                "tokenEndpoint",
                TOKEN.toString(),
                "userInfoEndpoint",
                ISSUER + "userinfo",
                "revocationEndpoint",
                REVOKE.toString(),
                "introspectionEndpoint",
                ISSUER + "introspect",
                "supportedResponseTypes",
                List.of("CODE", "ID_TOKEN", "ID_TOKEN_TOKEN", "CODE_ID_TOKEN", "CODE_TOKEN", "CODE_ID_TOKEN_TOKEN")));
        settings.addAll(List.of(
                "supportedTokenAuthMethods",
                List.of("NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST", "CLIENT_SECRET_JWT", "PRIVATE_KEY_JWT")));
        settings.addAll(List.of(more));
        return settings.toArray();
    }

    String metadata() {
        return tenant.api().get("service/configuration").ok().text();
    }

    String keys() {
        return tenant.api().get("service/jwks/get").ok().text();
    }

    /** Where the browser of the user ends up; what the pages say are names and values in turn. */
    URI authorize(AuthenticationRequest request, Object... decision) {
        Answer asked = tenant.api().post("auth/authorization", "parameters", request.toQueryString());
        if (!asked.has("ticket")) {
            return URI.create(asked.location());
        }
        List<Object> fields = new ArrayList<>(List.of("ticket", asked.text("ticket"), "subject", SUBJECT));
        fields.addAll(List.of(decision));
        return URI.create(
                tenant.api().post("auth/authorization/issue", fields.toArray()).location());
    }

    /** Nobody is logged in. */
    URI authorizeWithoutLogin(AuthenticationRequest request) {
        Answer asked = tenant.api()
                .post("auth/authorization", "parameters", request.toQueryString())
                .does("NO_INTERACTION");
        return URI.create(tenant.api()
                .post("auth/authorization/fail", "ticket", asked.text("ticket"), "reason", "NOT_LOGGED_IN")
                .location());
    }

    /** After a refresh there is a new ID token, too. */
    HTTPResponse token(HTTPRequest request) throws ParseException {
        Answer answer = call("auth/token", request);
        return answer.text("action").equals("ID_TOKEN_REISSUABLE")
                ? response(tenant.api()
                        .post(
                                "idtoken/reissue",
                                "accessToken",
                                answer.text("accessToken"),
                                "refreshToken",
                                answer.text("refreshToken"),
                                "sub",
                                SUBJECT))
                : response(answer);
    }

    HTTPResponse revoke(HTTPRequest request) throws ParseException {
        return response(call("auth/revocation", request));
    }

    HTTPResponse introspect(String token) throws ParseException {
        return response(tenant.api().post("auth/introspection/standard", "parameters", Form.of("token", token)));
    }

    /** @param claims the text of a JSON object */
    HTTPResponse userInfo(HTTPRequest request, String claims) throws ParseException {
        String token = request.getAuthorization().substring("Bearer ".length());
        return response(tenant.api().post("auth/userinfo/issue", "token", token, "claims", claims));
    }

    private Answer call(String endpoint, HTTPRequest request) {
        List<Object> fields = new ArrayList<>(List.of("parameters", request.getBody()));
        if (request.getAuthorization() != null) {
            String encoded = request.getAuthorization().substring("Basic ".length());
            String[] pair = new String(Base64.getDecoder().decode(encoded), UTF_8).split(":", 2);
            fields.addAll(List.of("clientId", URLDecoder.decode(pair[0], UTF_8)));
            fields.addAll(List.of("clientSecret", URLDecoder.decode(pair[1], UTF_8)));
        }
        return tenant.api().post(endpoint, fields.toArray());
    }

    private static HTTPResponse response(Answer answer) throws ParseException {
        answer.ok();
        String action = answer.text("action");
        int status = switch (action) {
            case "OK", "JSON", "JWT" -> 200;
            case "BAD_REQUEST" -> 400;
            case "INVALID_CLIENT", "UNAUTHORIZED" -> 401;
            case "FORBIDDEN" -> 403;
            default -> 500;
        };
        HTTPResponse response = new HTTPResponse(status);
        String content = answer.has("responseContent") ? answer.text("responseContent") : "";
        if (content.startsWith("Bearer ")) {
            response.setWWWAuthenticate(content);
        } else {
            response.setEntityContentType(
                    action.equals("JWT") ? ContentType.APPLICATION_JWT : ContentType.APPLICATION_JSON);
            response.setBody(content);
        }
        assertThat(status).as(answer.text()).isNotEqualTo(500);
        return response;
    }
}
