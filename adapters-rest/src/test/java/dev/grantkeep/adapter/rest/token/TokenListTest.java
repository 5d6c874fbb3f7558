package dev.grantkeep.adapter.rest.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code auth/token/get/list}, {@code delete} and {@code revoke}. */
class TokenListTest {
    private static final RestServer SERVER = RestServer.shared();

    private final Service service = SERVER.given(Services.aService().build());
    private final Client client = SERVER.given(Clients.aClient().of(service).build());
    private final Client another = SERVER.given(Clients.aClient().of(service).build());
    private Answer first;

    @BeforeEach
    void threeTokens() {
        first = create(client, "user1");
        create(client, "user2");
        create(another, "user1");
    }

    @Test
    void aServicesTokensAreListed() {
        Answer answer = list("");
        assertThat(answer.member("type")).isEqualTo("tokenListResponse");
        assertThat(answer.member("start")).isEqualTo("0");
        assertThat(answer.member("end")).isEqualTo("5");
        assertThat(answer.member("totalCount")).isEqualTo("3");
        assertThat(answer.json().get("accessTokens").size()).isEqualTo(3);
        assertThat(answer.json().get("client")).isNull();
        assertThat(answer.body()).contains("\"lastRefreshedAt\":0").doesNotContain(first.member("accessToken"));
    }

    @Test
    void aPairsTokensAreListedWithTheClient() {
        Answer answer = list("?clientIdentifier=" + client.id() + "&subject=user1&tokenStatus=VALID&start=0&end=1");
        assertThat(answer.member("totalCount")).isEqualTo("1");
        assertThat(answer.member("subject")).isEqualTo("user1");
        assertThat(answer.json().get("client").get("clientId").getLongValue())
                .isEqualTo(client.id().value());
        assertThat(answer.body())
                .contains("\"grantType\":\"AUTHORIZATION_CODE\"", "\"scopes\":[\"read\"]", "\"refreshTokenHash\"")
                .doesNotContain("refreshTokenScopes");
    }

    @Test
    void threeZeroTellsTheRefreshTokensScopes() {
        assertThat(SERVER.v3(service).get("/auth/token/get/list").body())
                .contains("\"refreshTokenScopes\":[\"read\"]")
                .doesNotContain("\"type\"");
    }

    @Test
    void noTokensIsNoList() {
        Answer answer = list("?subject=nobody&tokenStatus=INVALID");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("totalCount")).isEqualTo("0");
        assertThat(answer.json().get("accessTokens")).isNull();
    }

    @Test
    void badValuesAreRefused() {
        assertThat(list("?tokenStatus=SOME").status()).isEqualTo(400);
        assertThat(list("?start=-1").status()).isEqualTo(400);
        assertThat(list("?start=3&end=2").status()).isEqualTo(400);
        assertThat(list("?subject=" + "x".repeat(101)).status()).isEqualTo(400);
        assertThat(list("?clientIdentifier=99").status()).isEqualTo(404);
        Client foreign = SERVER.given(
                Clients.aClient().of(SERVER.given(Services.aService().build())).build());
        assertThat(list("?clientIdentifier=" + foreign.id()).status()).isEqualTo(403);
    }

    @Test
    void aTokenIsDeletedByItsValueOrHash() {
        assertThat(delete(first.member("accessToken")).status()).isEqualTo(204);
        assertThat(delete(first.member("accessToken")).status()).isEqualTo(404);
        String second = create(client, "user3").member("accessToken");
        assertThat(delete(new TokenValue(second).hash().value()).status()).isEqualTo(204);
    }

    @Test
    void theIdentifierIsAllTheRestOfThePath() {
        String value = "abc+/=" + client.id();
        SERVER.v2(service)
                .post(
                        "/auth/token/create",
                        Fields.of(
                                "grantType",
                                "PASSWORD",
                                "clientId",
                                client.id().value(),
                                "subject",
                                "u",
                                "accessToken",
                                value));
        assertThat(delete(value).status()).isEqualTo(204);
        assertThat(delete("abc%2B%2F%3D").status()).isEqualTo(404);
    }

    @Test
    void anotherServicesTokenIsNotDeleted() {
        Service other = SERVER.given(Services.aService().build());
        Answer answer = SERVER.v2(other).delete("/auth/token/delete/" + first.member("accessToken"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(list("").member("totalCount")).isEqualTo("3");
    }

    @Test
    void revokingCountsRecords() {
        Answer nobody = revoke("clientIdentifier", "", "subject", "", "accessTokenIdentifier", "");
        assertThat(nobody.status()).as(nobody.body()).isEqualTo(400);
        Answer answer = revoke("clientIdentifier", client.id().toString(), "subject", "", "accessTokenIdentifier", "");
        assertThat(answer.member("count")).isEqualTo("2");
        assertThat(answer.message()).isEqualTo("[A312001] Revoked 2 access token(s).");
        assertThat(revoke("subject", "user1").member("count")).isEqualTo("1");
        assertThat(list("").member("totalCount")).isEqualTo("0");
    }

    @Test
    void theFirstWayToNameATokenCounts() {
        Answer answer = revoke(
                "accessTokenIdentifier", first.member("accessToken"), "clientIdentifier", "99", "subject", "\u00fc");
        assertThat(answer.member("count")).isEqualTo("1");
        assertThat(list("").member("totalCount")).isEqualTo("2");
    }

    @Test
    void aRefreshTokenTakesItsAccessTokenAlong() {
        assertThat(revoke("refreshTokenIdentifier", first.member("refreshToken"))
                        .member("count"))
                .isEqualTo("1");
        assertThat(list("?subject=user1").member("totalCount")).isEqualTo("1");
    }

    @Test
    void whatCannotBeRevokedIsToldByStatus() {
        assertThat(revoke().status()).isEqualTo(400);
        assertThat(revoke("accessTokenIdentifier", "unknown").status()).isEqualTo(404);
        assertThat(revoke("clientIdentifier", "99").status()).isEqualTo(404);
        assertThat(revoke("subject", "u".repeat(101)).status()).isEqualTo(400);
    }

    private Answer create(Client of, String subject) {
        return SERVER.v2(service)
                .post(
                        "/auth/token/create",
                        Fields.of(
                                "grantType",
                                "AUTHORIZATION_CODE",
                                "clientId",
                                of.id().value(),
                                "subject",
                                subject,
                                "scopes",
                                List.of("read")));
    }

    private Answer list(String query) {
        return SERVER.v2(service).get("/auth/token/get/list" + query);
    }

    private Answer delete(String identifier) {
        return SERVER.v2(service).delete("/auth/token/delete/" + identifier);
    }

    private Answer revoke(Object... fields) {
        return SERVER.v2(service).post("/auth/token/revoke", Fields.of(fields));
    }
}
