package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of a {@link Tenant}, and the steps that it takes together with the authorization server. */
record OAuthClient(Tenant tenant, long id, String secret) {
    static final String REDIRECT_URI = "https://client.example.org/cb/example.com";

    /**
     * Creates a confidential client that may use every grant type and authenticates by HTTP Basic.
     *
     * @param settings names and values in turn, over those that are usual here
     */
    static OAuthClient create(Tenant tenant, Object... settings) {
        Map<String, Object> members = usual();
        members.putAll(Json.map(settings));
        Answer created = tenant.api().postJson("client/create", Json.text(members));
        assertThat(created.status()).as(created.text()).isIn(200, 201);
        return new OAuthClient(tenant, created.number("clientId"), created.text("clientSecret"));
    }

    private static Map<String, Object> usual() {
        return Json.map(
                "clientName",
                "A client",
                "developer",
                "a developer",
                "clientType",
                "CONFIDENTIAL",
                "applicationType",
                "WEB",
                "redirectUris",
                List.of(REDIRECT_URI),
                "grantTypes",
                List.of("AUTHORIZATION_CODE", "IMPLICIT", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"),
                "responseTypes",
                List.of("NONE", "CODE", "TOKEN"),
                "tokenAuthMethod",
                "CLIENT_SECRET_BASIC");
    }

    /** Changes some settings and keeps the others. */
    void change(Object... settings) {
        Map<String, Object> members =
                Tenant.members(api().get("client/get/" + id).ok());
        members.putAll(Json.map(settings));
        api().postJson("client/update/" + id, Json.text(members)).ok();
    }

    Api api() {
        return tenant.api();
    }

    /** The same where Grantkeep listens now. */
    OAuthClient at(GrantkeepProcess process) {
        Api owner = process.owner();
        Api api = new Api(
                process.uri(), owner.dialect(), tenant.id(), tenant.api().authorization());
        return new OAuthClient(new Tenant(owner, tenant.id(), tenant.secret(), api), id, secret);
    }

    /** The authorization request of this client, with these further parameters. */
    Answer request(Object... parameters) {
        String usual = Form.of("client_id", id, "redirect_uri", REDIRECT_URI);
        return api().post("auth/authorization", "parameters", usual + "&" + Form.of(parameters));
    }

    /** Pushes the authorization request that these parameters make, by a client that authenticates by HTTP Basic. */
    Answer push(Object... parameters) {
        return pushText(Form.of(join(new Object[] {"client_id", id, "redirect_uri", REDIRECT_URI}, parameters)));
    }

    /** The same as it is encoded. */
    Answer pushText(String parameters) {
        return api().post(
                        "pushed_auth_req",
                        "parameters",
                        parameters,
                        "clientId",
                        Long.toString(id),
                        "clientSecret",
                        secret);
    }

    /** The handle of a request that is valid. */
    String handle(Object... parameters) {
        return push(parameters).does("CREATED").text("requestUri");
    }

    /** The authorization request that names a pushed one. */
    Answer use(String handle, Object... beside) {
        String usual = Form.of("client_id", id, "request_uri", handle);
        String more = beside.length == 0 ? "" : "&" + Form.of(beside);
        return api().post("auth/authorization", "parameters", usual + more);
    }

    /** The ticket for a valid request. */
    String ticket(Object... parameters) {
        return request(parameters).does("INTERACTION").text("ticket");
    }

    Answer issue(String ticket, String subject) {
        return api().post("auth/authorization/issue", "ticket", ticket, "subject", subject);
    }

    /** An access token of the implicit flow. */
    Answer implicit(String subject, String scope) {
        return issue(ticket("response_type", "token", "scope", scope), subject);
    }

    /** An authorization code of the subject. */
    String code(String subject, String scope) {
        return code(subject, "scope", scope);
    }

    String code(String subject, Object... parameters) {
        return codeFor(ticket(join(new Object[] {"response_type", "code"}, parameters)), subject);
    }

    String codeFor(String ticket, String subject) {
        return Form.query(issue(ticket, subject).location()).get("code");
    }

    /** A token request by a client that authenticates by HTTP Basic. */
    Answer token(Object... parameters) {
        return api().post(
                        "auth/token",
                        "parameters",
                        Form.of(parameters),
                        "clientId",
                        Long.toString(id),
                        "clientSecret",
                        secret);
    }

    Answer exchange(String code, Object... parameters) {
        Object[] usual = {"grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT_URI};
        return token(join(usual, parameters));
    }

    Answer refresh(String refreshToken, Object... parameters) {
        Object[] usual = {"grant_type", "refresh_token", "refresh_token", refreshToken};
        return token(join(usual, parameters));
    }

    /** A revocation by this client of a refresh token. */
    Answer revoke(String refreshToken) {
        return revoke(refreshToken, "refresh_token");
    }

    Answer revoke(String token, @Nullable String hint) {
        Object[] hinted = hint == null ? new Object[0] : new Object[] {"token_type_hint", hint};
        return api().post(
                        "auth/revocation",
                        "parameters",
                        Form.of(join(new Object[] {"token", token}, hinted)),
                        "clientId",
                        Long.toString(id),
                        "clientSecret",
                        secret);
    }

    /** The tokens of a whole authorization code flow. */
    Tokens tokens(String subject, String scope) {
        return Tokens.of(exchange(code(subject, scope)));
    }

    Tokens refreshed(Tokens tokens) {
        return Tokens.of(refresh(tokens.refresh()));
    }

    /** A token that the authorization server makes by itself. */
    Answer create(String subject, Object... members) {
        Object[] usual = {"grantType", "AUTHORIZATION_CODE", "clientId", id, "subject", subject};
        return api().post("auth/token/create", join(usual, members));
    }

    private static Object[] join(Object[] first, Object[] second) {
        Object[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
