package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The same calls in their other forms: form bodies where the examples have JSON, other methods, other ways to name. */
@OnEveryStore
final class EveryFormTest {
    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;
    private final Api api;

    EveryFormTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant("clientIdAliasEnabled", true);
        client = tenant.client("clientIdAlias", "my-client", "clientIdAliasEnabled", true);
        api = tenant.api();
    }

    @Nested
    class AFormBody {
        @Test
        void goesThroughTheWholeFlow() {
            String request = Form.of("response_type", "code", "client_id", client.id(), "scope", "read");
            String ticket = api.postForm("auth/authorization", Form.of("parameters", request))
                    .does("INTERACTION")
                    .text("ticket");
            Answer issued = api.postForm(
                    "auth/authorization/issue", Form.of("ticket", ticket, "subject", "user", "scopes", "read write"));
            String code = Form.query(issued.location()).get("code");
            Answer token = api.postForm(
                            "auth/token",
                            Form.of(
                                    "parameters",
                                    Form.of("grant_type", "authorization_code", "code", code),
                                    "clientId",
                                    client.id(),
                                    "clientSecret",
                                    client.secret(),
                                    "accessTokenDuration",
                                    100))
                    .does("OK");

            assertThat(token.content("scope")).isEqualTo("read write");
            assertThat(token.number("accessTokenDuration")).isEqualTo(100);
            String access = token.text("accessToken");
            api.postForm("auth/introspection", Form.of("token", access, "subject", "user"))
                    .does("OK");
            assertThat(api.postForm("auth/introspection/standard", Form.of("parameters", Form.of("token", access)))
                            .does("OK")
                            .content("scope"))
                    .isEqualTo("read write");
            assertThat(api.postForm("auth/token/update", Form.of("accessToken", access, "scopes", "write"))
                            .does("OK")
                            .texts("scopes"))
                    .containsExactly("write");
            api.postForm(
                            "auth/revocation",
                            Form.of(
                                    "parameters",
                                    Form.of("token", access),
                                    "clientId",
                                    client.id(),
                                    "clientSecret",
                                    client.secret()))
                    .does("OK");
            assertThat(tenant.works(access)).isFalse();
        }

        @Test
        void failsAnAuthorization() {
            String ticket = client.ticket("response_type", "code");

            Answer failed = api.postForm("auth/authorization/fail", Form.of("ticket", ticket, "reason", "DENIED"));

            assertThat(Form.query(failed.location())).containsEntry("error", "access_denied");
        }

        @Test
        void createsAndRevokesATokenAndIgnoresProperties() {
            Answer created = api.postForm(
                            "auth/token/create",
                            Form.of(
                                    "grantType",
                                    "AUTHORIZATION_CODE",
                                    "clientId",
                                    client.id(),
                                    "subject",
                                    "user",
                                    "scopes",
                                    "read write",
                                    "accessTokenPersistent",
                                    "true",
                                    "properties",
                                    "[]"))
                    .does("OK");
            assertThat(created.texts("scopes")).containsExactly("read", "write");

            Answer revoked =
                    api.postForm("auth/token/revoke", Form.of("accessTokenIdentifier", created.text("accessToken")));

            assertThat(revoked.ok().number("count")).isEqualTo(1);
        }

        @Test
        void changesTheSecretAndTheLock() {
            assertThat(api.postForm("client/secret/update/" + client.id(), "clientSecret=A-new_secret")
                            .ok()
                            .text("newClientSecret"))
                    .isEqualTo("A-new_secret");
            api.postForm("client/lock_flag/update/" + client.id(), "clientLocked=true")
                    .ok();
            assertThat(api.get("client/get/" + client.id()).flag("locked")).isTrue();
        }
    }

    @Nested
    class AClientsAlias {
        @Test
        void standsWhereverItsIdDoes() {
            client.tokens("user", "read");

            assertThat(api.get("client/get/my-client").ok().number("clientId")).isEqualTo(client.id());
            api.post("client/authorization/update/my-client", "subject", "user", "scopes", "write")
                    .ok()
                    .says("A138001");
            assertThat(api.get("client/granted_scopes/get/my-client/user").ok().number("clientId"))
                    .isEqualTo(client.id());
            assertThat(api.get("auth/token/get/list?clientIdentifier=my-client")
                            .ok()
                            .number("totalCount"))
                    .isEqualTo(1);
            api.post("client/lock_flag/update/my-client", "clientLocked", false).ok();
            api.get("client/extension/requestable_scopes/get/my-client").ok();
            assertThat(api.post("auth/token/revoke", "clientIdentifier", "my-client")
                            .ok()
                            .number("count"))
                    .isEqualTo(1);
            api.delete("client/authorization/delete/my-client/user").ok().says("A137001");
            api.delete("client/delete/my-client").empty();
        }

        @Test
        void isWhatAClientMayCallItself() {
            String parameters = Form.of("response_type", "code", "client_id", "my-client", "scope", "read");
            Answer authorization =
                    api.post("auth/authorization", "parameters", parameters).does("INTERACTION");
            assertThat(authorization.flag("clientIdAliasUsed")).isTrue();
            String code = client.codeFor(authorization.text("ticket"), "user");

            Answer token = api.post(
                            "auth/token",
                            "parameters",
                            Form.of("grant_type", "authorization_code", "code", code),
                            "clientId",
                            "my-client",
                            "clientSecret",
                            client.secret())
                    .does("OK");

            assertThat(token.flag("clientIdAliasUsed")).isTrue();
            assertThat(token.text("clientIdAlias")).isEqualTo("my-client");
            assertThat(token.number("clientId")).isEqualTo(client.id());
        }

        @Test
        void canBeHadOnlyOnce() {
            Answer second = api.post("client/create", "clientIdAlias", "my-client", "clientIdAliasEnabled", true);

            assertThat(second.status()).as(second.text()).isIn(400, 409);
            second.refused(second.status());
        }

        @Test
        void ofAnotherServiceIsItsOwn() {
            Tenant other = stage.tenant("clientIdAliasEnabled", true);
            OAuthClient namesake = other.client("clientIdAlias", "my-client", "clientIdAliasEnabled", true);

            assertThat(other.api().get("client/get/my-client").number("clientId"))
                    .isEqualTo(namesake.id());
            assertThat(api.get("client/get/my-client").number("clientId")).isEqualTo(client.id());
        }
    }

    @Nested
    class RequestableScopes {
        @Test
        void areSetByPostAndByPut() {
            String path = "client/extension/requestable_scopes/update/" + client.id();

            assertThat(api.post(path, "requestableScopes", List.of("read", "write"))
                            .ok()
                            .texts("requestableScopes"))
                    .containsExactlyInAnyOrder("read", "write");
            assertThat(api.send("PUT", path, Api.JSON, "{\"requestableScopes\":[\"read\"]}".getBytes(UTF_8))
                            .ok()
                            .texts("requestableScopes"))
                    .containsExactly("read");
        }

        @Test
        void areSetByAnUpdateOfTheClientToo() {
            client.change(
                    "extension", Json.map("requestableScopesEnabled", true, "requestableScopes", List.of("write")));

            assertThat(api.get("client/extension/requestable_scopes/get/" + client.id())
                            .texts("requestableScopes"))
                    .containsExactly("write");
            assertThat(client.tokens("user", "read write").answer().content("scope"))
                    .isEqualTo("write");
        }

        @Test
        void thatAreNoneLeaveNothingToRequest() {
            api.post("client/extension/requestable_scopes/update/" + client.id(), "requestableScopes", List.of());

            assertThat(api.get("client/extension/requestable_scopes/get/" + client.id())
                            .texts("requestableScopes"))
                    .isEmpty();
            assertThat(client.implicit("user", "read").location())
                    .endsWith("&scope=&iss=" + Form.encode(Tenant.ISSUER));
        }

        @Test
        void areLiftedByADelete() {
            api.post("client/extension/requestable_scopes/update/" + client.id(), "requestableScopes", List.of("read"));

            api.delete("client/extension/requestable_scopes/delete/" + client.id())
                    .empty();

            assertThat(api.get("client/extension/requestable_scopes/get/" + client.id())
                            .ok()
                            .has("requestableScopes"))
                    .isFalse();
        }
    }

    @Nested
    class Settings {
        @Test
        void thatAFormSendsHaveTheirMembersTypes() {
            Answer after = api.postForm(
                            "client/update/" + client.id(),
                            "authTimeRequired=true&contacts=a%40example.com+b%40example.com&defaultMaxAge=6")
                    .ok();

            assertThat(after.flag("authTimeRequired")).isTrue();
            assertThat(after.texts("contacts")).containsExactly("a@example.com", "b@example.com");
            assertThat(after.number("defaultMaxAge")).isEqualTo(6);
        }

        @Test
        void thatAnUpdateLeavesOutAreThoseOfANewClient() {
            client.change("pkceRequired", true, "sectorIdentifierUri", "https://client.example.org/sector.json");

            Answer after = api.post("client/update/" + client.id(), "extension", Json.map("accessTokenDuration", 600))
                    .ok();

            assertThat(after.flag("pkceRequired")).isFalse();
            assertThat(after.has("sectorIdentifierUri")).isFalse();
            assertThat(after.texts("responseTypes")).containsExactly("CODE");
            assertThat(after.texts("grantTypes")).containsExactly("AUTHORIZATION_CODE", "REFRESH_TOKEN");
        }

        @Test
        void thatCannotBeReadAgainAreRefusedAndChangeNothing() {
            String name = "n".repeat(50_001);
            Answer before = api.get("client/get/" + client.id()).ok();

            api.postForm("client/update/" + client.id(), name + "=x").refused(400);
            api.postForm("client/create", name + "=x").refused(400);

            assertThat(api.get("client/get/" + client.id()).ok().json()).isEqualTo(before.json());
            assertThat(api.get("client/get/list").ok().number("totalCount")).isEqualTo(1);
        }

        @Test
        void thatAnUpdateDoesNotNameAreReplacedAndWhatItCannotKnowIsKept() {
            Answer before = api.get("client/get/" + client.id());

            Answer after = api.post("client/update/" + client.id(), "clientName", "Another name")
                    .ok();

            assertThat(after.text("clientName")).isEqualTo("Another name");
            assertThat(after.text("clientSecret")).isEqualTo(before.text("clientSecret"));
            assertThat(after.number("clientId")).isEqualTo(client.id());
            assertThat(after.number("createdAt")).isEqualTo(before.number("createdAt"));
        }

        @Test
        void thatGrantkeepDoesNotModelComeBackUnchanged() {
            Object future = Json.map("depth", Json.map("list", List.of(1, "two", 3.5, true, List.of())));

            client.change("aMemberOfTheFuture", future, "logoUri", "https://client.example.org/logo.png");
            tenant.change("aMemberOfTheFuture", future, "jwks", "{\"keys\":[]}");

            Answer shown = api.get("client/get/" + client.id());
            assertThat(shown.object("aMemberOfTheFuture")).isEqualTo(Json.parse(Json.GSON.toJson(future)));
            assertThat(shown.text("logoUri")).isEqualTo("https://client.example.org/logo.png");
            Answer service = tenant.owner().get(stage.dialect().servicePath("get", tenant.id()));
            assertThat(service.object("aMemberOfTheFuture")).isEqualTo(Json.parse(Json.GSON.toJson(future)));
            assertThat(service.text("jwks")).isEqualTo("{\"keys\":[]}");
        }

        @Test
        void limitHowManyClientsADeveloperHas() {
            tenant.change("clientsPerDeveloper", 2);
            tenant.client("developer", "busy");
            tenant.client("developer", "busy");

            Answer third = api.post("client/create", "developer", "busy");

            assertThat(third.status()).as(third.text()).isBetween(400, 499);
            third.refused(third.status());
            tenant.client("developer", "another");
        }

        @Test
        void takeEffectAtOnce() {
            client.tokens("user", "read");

            tenant.change("accessTokenDuration", 50);
            assertThat(client.tokens("user", "read").answer().number("accessTokenDuration"))
                    .isEqualTo(50);
            client.change("extension", Json.map("accessTokenDuration", 40));
            assertThat(client.tokens("user", "read").answer().number("accessTokenDuration"))
                    .isEqualTo(40);
            tenant.change("supportedScopes", List.of(Tenant.scope("read", 30)));
            assertThat(client.tokens("user", "read write").answer().number("accessTokenDuration"))
                    .isEqualTo(stage.dialect() == Dialect.V2 ? 30 : 40);
        }
    }

    @Nested
    class WithoutCredentials {
        @Test
        void echoAnswersWithItsParameters() {
            Answer echo = api.as(null).get("/api/misc/echo?a=1&b=%C3%BC+x").ok();

            assertThat(echo.text("a")).isEqualTo("1");
            assertThat(echo.text("b")).isEqualTo("ü x");
        }

        @Test
        void theHealthchecksAnswer() {
            api.as(null).get("/api/lifecycle/healthcheck").ok();
            assertThat(api.as(null).get("/health").ok().text("status")).isEqualTo("UP");
        }
    }

    @Nested
    class ProtectionsThatAreNotHereYet {
        @Test
        void areNeverQuietlyLeftOut() {
            for (String demand : List.of("dpopRequired", "tlsClientCertificateBoundAccessTokens")) {
                OAuthClient demanding = tenant.client(demand, true);
                refused(demanding.request("response_type", "code"));
                refused(demanding.token("grant_type", "client_credentials"));
                refused(demanding.create("user"));
            }
            refused(tenant.client("fapiModes", List.of("FAPI2_SECURITY")).request("response_type", "code"));
            refused(tenant.client("rsRequestSigned", true).create("user"));
            refused(client.request("response_type", "code", "dpop_jkt", "x"));
            OAuthClient pushing = tenant.client("parRequired", true);
            refused(pushing.request("response_type", "code"));
        }

        private static void refused(Answer answer) {
            assertThat(answer.text("action"))
                    .as(answer.text())
                    .isIn("BAD_REQUEST", "LOCATION", "INTERNAL_SERVER_ERROR");
            assertThat(answer.text("resultCode")).matches("A\\d{3}[1-9]\\d{2}");
        }
    }
}
