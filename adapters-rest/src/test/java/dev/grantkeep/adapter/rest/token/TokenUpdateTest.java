package dev.grantkeep.adapter.rest.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code auth/token/update}, as "Updating issued token(s)" tells it. */
class TokenUpdateTest {
    private static final RestServer SERVER = RestServer.shared();

    private final Service service =
            SERVER.given(Services.aService().withIssuer(null).build());
    private final Client client = SERVER.given(Clients.aClient().of(service).build());
    private final Answer token = SERVER.v2(service)
            .post(
                    "/auth/token/create",
                    Fields.of(
                            "grantType",
                            "AUTHORIZATION_CODE",
                            "clientId",
                            client.id().value(),
                            "subject",
                            "user1",
                            "scopes",
                            List.of("read")));
    private final String value = token.member("accessToken");

    @Test
    void whatIsNotNamedStaysAsItIs() {
        Answer answer = update(
                "accessToken", value, "accessTokenExpiresAt", 0, "accessTokenPersistent", false, "accessTokenHash", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("type")).isEqualTo("tokenUpdateResponse");
        assertThat(answer.message()).isEqualTo("[A135001] Updated the access token successfully.");
        assertThat(answer.member("action")).isEqualTo("OK");
        assertThat(answer.member("accessToken")).isEqualTo(value);
        assertThat(answer.member("tokenType")).isEqualTo("Bearer");
        assertThat(answer.member("accessTokenExpiresAt")).isEqualTo(token.member("expiresAt"));
        assertThat(answer.body()).contains("\"scopes\":[\"read\"]").doesNotContain("refreshToken\"");
    }

    @Test
    void scopesExpiryAndPropertiesAreReplaced() {
        Answer answer = update(
                "accessToken",
                value,
                "scopes",
                List.of("read", "write", "nonsense"),
                "accessTokenExpiresAt",
                4_000_000_000_123L,
                "properties",
                Json.read("[{\"key\":\"k\",\"value\":\"v\",\"hidden\":true}]"));
        assertThat(answer.body())
                .contains("\"scopes\":[\"read\",\"write\"]")
                .contains("\"properties\":[{\"key\":\"k\",\"value\":\"v\",\"hidden\":true}]");
        assertThat(answer.member("accessTokenExpiresAt")).isEqualTo("4000000000123");
    }

    @Test
    void aPersistentTokenExpiresAtTheEndOfTime() {
        assertThat(update("accessToken", value, "accessTokenPersistent", true).member("accessTokenExpiresAt"))
                .isEqualTo("253402300799000");
    }

    @Test
    void aNewValueReplacesTheOldOne() {
        String next =
                update("accessToken", value, "accessTokenValueUpdated", true).member("accessToken");
        assertThat(next).isNotEqualTo(value).hasSize(64);
        assertThat(update("accessToken", value).member("action")).isEqualTo("NOT_FOUND");
        assertThat(update("accessToken", next).member("action")).isEqualTo("OK");
    }

    @Test
    void aTokenIsFoundInFiveWays() {
        String hash = new TokenValue(value).hash().value();
        String refresh = token.member("refreshToken");
        String refreshHash = new TokenValue(refresh).hash().value();
        String id = SERVER.v3(service)
                .post("/auth/token/update", Fields.of("accessTokenHash", hash))
                .member("tokenId");
        assertThat(update("refreshToken", refresh).member("action")).isEqualTo("OK");
        assertThat(update("refreshTokenHash", refreshHash).member("action")).isEqualTo("OK");
        assertThat(update("tokenId", id).member("action")).isEqualTo("OK");
    }

    @Test
    void theAccessTokenCountsBeforeTheOtherWays() {
        assertThat(update("accessToken", "unknown", "refreshToken", token.member("refreshToken"))
                        .member("action"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void anotherServicesTokenIsForbidden() {
        Service other = SERVER.given(Services.aService().build());
        Answer answer = SERVER.v2(other).post("/auth/token/update", Fields.of("accessToken", value));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("action")).isEqualTo("FORBIDDEN");
    }

    @Test
    void badValuesAreBadRequestsThatChangeNothing() {
        assertBad(update());
        assertBad(update("accessTokenHash", "not-a-hash"));
        assertBad(update("tokenId", "not-an-id"));
        assertBad(update("accessToken", "with space"));
        assertBad(update("accessToken", value, "accessTokenExpiresAt", 253_402_300_799_001L));
        assertBad(update("accessToken", value, "accessTokenExpiresAt", "soon"));
        assertBad(update("accessToken", value, "dpopKeyThumbprint", "x"));
        assertBad(update("accessToken", value, "certificateThumbprint", "x"));
        assertThat(update("accessToken", value).member("accessTokenExpiresAt")).isEqualTo(token.member("expiresAt"));
    }

    @Test
    void authorizationDetailsAreKeptWithoutNulls() {
        Answer answer = update(
                "accessToken",
                value,
                "authorizationDetails",
                Json.read("{\"elements\":[{\"type\":\"pay\",\"actions\":null}]}"));
        assertThat(answer.body()).contains("\"authorizationDetails\":{\"elements\":[{\"type\":\"pay\"}]}");
    }

    @Test
    void formsWorkToo() {
        Answer answer = SERVER.v2(service).form("/auth/token/update", "accessToken=" + value + "&scopes=read+write");
        assertThat(answer.body()).contains("\"scopes\":[\"read\",\"write\"]");
    }

    private static void assertBad(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
        assertThat(answer.message()).startsWith("[A135201] ");
    }

    private Answer update(Object... fields) {
        return SERVER.v2(service).post("/auth/token/update", Fields.of(fields));
    }
}
