package dev.grantkeep.adapter.rest.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.service.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code auth/token/create}. */
class TokenCreateTest {
    private static final RestServer SERVER = RestServer.shared();

    private final Service service =
            SERVER.given(Services.aService().withAccessDuration(3600).build());
    private final Client client =
            SERVER.given(Clients.aClient().of(service).withAlias("my-app").build());

    @Test
    void aTokenIsCreatedFromZerosAndBlanks() {
        Answer answer = create(
                "grantType",
                "AUTHORIZATION_CODE",
                "clientId",
                client.id().value(),
                "clientIdentifier",
                "",
                "subject",
                "user1",
                "scopes",
                List.of("read", "write"),
                "accessTokenDuration",
                0,
                "refreshTokenDuration",
                0,
                "authTime",
                0);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("type")).isEqualTo("tokenCreateResponse");
        assertThat(answer.message())
                .isEqualTo("[A109001] An access token was created successfully: authorization_code, client = "
                        + client.id());
        assertThat(answer.member("action")).isEqualTo("OK");
        assertThat(answer.member("grantType")).isEqualTo("AUTHORIZATION_CODE");
        assertThat(answer.member("clientId")).isEqualTo(client.id().toString());
        assertThat(answer.member("subject")).isEqualTo("user1");
        assertThat(answer.member("expiresIn")).isEqualTo("3600");
        assertThat(answer.member("tokenType")).isEqualTo("Bearer");
        assertThat(answer.member("refreshToken")).hasSize(64);
        assertThat(answer.body()).contains("\"scopes\":[\"read\",\"write\"]");
        assertThat(answer.json().get("tokenId")).isNull();
    }

    @Test
    void threeZeroTellsMore() {
        Answer answer = SERVER.v3(service)
                .post(
                        "/auth/token/create",
                        Fields.of(
                                "grantType", "AUTHORIZATION_CODE",
                                "clientId", 0,
                                "clientIdentifier", "my-app",
                                "subject", "user1",
                                "scopes", List.of("read")));
        assertThat(answer.member("type")).isNull();
        assertThat(answer.member("tokenId")).isNotBlank();
        assertThat(answer.member("clientIdentifier")).isEqualTo("my-app");
        assertThat(answer.body()).contains("\"refreshTokenScopes\":[\"read\"]");
    }

    @Test
    void aPersistentTokenHasNoLife() {
        Answer answer = create(
                "grantType",
                "CLIENT_CREDENTIALS",
                "clientId",
                client.id().value(),
                "subject",
                "\u00fc",
                "accessTokenPersistent",
                true);
        assertThat(answer.member("action")).isEqualTo("OK");
        assertThat(answer.member("expiresAt")).isEqualTo("253402300799000");
        assertThat(answer.member("expiresIn")).isNull();
        assertThat(answer.member("refreshToken")).isNull();
        assertThat(answer.member("subject")).isNull();
    }

    @Test
    void theCallerMayChooseTheValues() {
        String access = "chosen-" + client.id();
        Answer answer = create(
                "grantType",
                "PASSWORD",
                "clientId",
                client.id().value(),
                "subject",
                "u",
                "accessToken",
                access,
                "refreshToken",
                access + "-r");
        assertThat(answer.member("accessToken")).isEqualTo(access);
        assertThat(answer.member("refreshToken")).isEqualTo(access + "-r");
        assertThat(create(
                                "grantType",
                                "PASSWORD",
                                "clientId",
                                client.id().value(),
                                "subject",
                                "u",
                                "accessToken",
                                access)
                        .code())
                .isEqualTo("A109207");
    }

    @Test
    void badValuesAreBadRequests() {
        long id = client.id().value();
        assertBad(create("clientId", id, "subject", "u"));
        assertBad(create("grantType", "NONSENSE", "clientId", id, "subject", "u"));
        assertBad(create("grantType", "REFRESH_TOKEN", "clientId", id, "subject", "u"));
        assertBad(create("grantType", "PASSWORD", "subject", "u"));
        assertBad(create("grantType", "PASSWORD", "clientId", 99, "subject", "u"));
        assertBad(create("grantType", "PASSWORD", "clientId", id));
        assertBad(create("grantType", "PASSWORD", "clientId", id, "subject", "u".repeat(101)));
        assertBad(create("grantType", "PASSWORD", "clientId", id, "subject", "\u00fc"));
        assertBad(create("grantType", "PASSWORD", "clientId", id, "subject", "u", "scopes", List.of("unknown")));
        assertBad(create("grantType", "PASSWORD", "clientId", id, "subject", "u", "scopes", List.of("a b")));
        assertBad(create("grantType", "PASSWORD", "clientId", id, "subject", "u", "accessToken", "a b"));
        assertBad(create(
                "grantType", "PASSWORD", "clientId", id, "subject", "u", "accessToken", "a", "refreshToken", "a"));
        assertBad(create("grantType", "PASSWORD", "clientId", id, "subject", "u", "authTime", -1));
        assertBad(
                create("grantType", "PASSWORD", "clientId", id, "subject", "u", "accessTokenDuration", Long.MAX_VALUE));
        assertBad(create("grantType", "PASSWORD", "clientId", id, "subject", "u", "resources", List.of("relative")));
        assertBad(create("grantType", "PASSWORD", "clientId", id, "subject", "u", "dpopKeyThumbprint", "x"));
        assertBad(create(
                "grantType",
                "PASSWORD",
                "clientId",
                id,
                "subject",
                "u",
                "clientIdAliasUsed",
                true,
                "clientEntityIdUsed",
                true));
    }

    @Test
    void anotherServicesClientIsForbidden() {
        Service other = SERVER.given(Services.aService().build());
        Answer answer = SERVER.v2(other)
                .post(
                        "/auth/token/create",
                        Fields.of(
                                "grantType", "PASSWORD", "clientId", client.id().value(), "subject", "u"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("action")).isEqualTo("FORBIDDEN");
    }

    @Test
    void aLockedClientGetsNone() {
        Client locked =
                SERVER.given(Clients.aClient().of(service).thatIsLocked().build());
        Answer answer = create("grantType", "PASSWORD", "clientId", locked.id().value(), "subject", "u");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo("[A001215] /auth/token/create, The client (ID = " + locked.id() + ") is locked.");
    }

    @Test
    void anUnsupportedScopeIsNamed() {
        Answer answer = create(
                "grantType",
                "PASSWORD",
                "clientId",
                client.id().value(),
                "subject",
                "u",
                "scopes",
                List.of("read", new ScopeName("nonsense").value()));
        assertThat(answer.message()).isEqualTo("[A109202] The service does not support the scopes 'nonsense'.");
    }

    private static void assertBad(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("BAD_REQUEST");
        assertThat(answer.code()).startsWith("A1092");
    }

    private Answer create(Object... fields) {
        return SERVER.v2(service).post("/auth/token/create", Fields.of(fields));
    }
}
