package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the client's authorization request to what its redirect URI gets. */
@OnEveryStore
final class AuthorizationTest {
    private static final String VERIFIER = "a-verifier-of-at-least-43-unreserved-characters-0123456789";

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    AuthorizationTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client();
    }

    @Nested
    class TheTicket {
        @Test
        void comesWithWhatThePagesShow() {
            Answer answer = client.request("response_type", "code", "scope", "read unknown", "login_hint", "user")
                    .does("INTERACTION")
                    .says("A004001");

            assertThat(answer.text("resultMessage"))
                    .isEqualTo("[A004001] Authlete has successfully issued a ticket to the service (API Key = "
                            + tenant.id() + ") for the authorization request from the client (ID = " + client.id()
                            + "). [response_type=code, openid=false]");
            assertThat(answer.text("ticket")).matches("[A-Za-z0-9_-]{43}");
            assertThat(answer.object("client").get("clientName").getAsString()).isEqualTo("A client");
            assertThat(answer.object("service").get("serviceName").getAsString())
                    .isEqualTo("A service");
            assertThat(names(answer.objects("scopes"))).containsExactly("read");
            assertThat(answer.text("loginHint")).isEqualTo("user");
        }

        @Test
        void worksOnce() {
            String ticket = client.ticket("response_type", "code");
            client.issue(ticket, "user").does("LOCATION");

            client.issue(ticket, "user").does("BAD_REQUEST");
            fail(ticket, "DENIED").does("BAD_REQUEST");
        }

        @Test
        void isGivenWithoutInteractionForPromptNone() {
            String ticket = client.request("response_type", "code", "prompt", "none")
                    .does("NO_INTERACTION")
                    .text("ticket");

            assertThat(Form.query(client.issue(ticket, "user").location())).containsKey("code");
        }
    }

    @Nested
    class Scopes {
        @Test
        void areTheDefaultOnesIfNoneAreAskedFor() {
            tenant.change(
                    "supportedScopes",
                    List.of(Json.map("name", "read", "defaultEntry", true), Json.map("name", "write")));

            Answer answer = client.request("response_type", "code").does("INTERACTION");

            assertThat(names(answer.objects("scopes"))).containsExactly("read");
        }

        @Test
        void areLimitedToThoseTheClientMayRequest() {
            tenant.api()
                    .post(
                            "client/extension/requestable_scopes/update/" + client.id(),
                            "requestableScopes",
                            List.of("read"))
                    .ok();

            Tokens tokens = client.tokens("user", "read write");

            assertThat(tokens.answer().content("scope")).isEqualTo("read");
            tenant.api()
                    .post("auth/token/update", "accessToken", tokens.access(), "scopes", List.of("write", "read"))
                    .does("OK");
            assertThat(tenant.scopesOf(tokens.access())).containsExactly("read");
        }

        @Test
        void canBeReplacedByTheDecision() {
            String ticket = client.ticket("response_type", "code", "scope", "read write");
            Answer issued = tenant.api()
                    .post(
                            "auth/authorization/issue",
                            "ticket",
                            ticket,
                            "subject",
                            "user",
                            "scopes",
                            List.of("payment"));

            Answer exchanged =
                    client.exchange(Form.query(issued.location()).get("code")).does("OK");

            assertThat(exchanged.content("scope")).isEqualTo("payment");
        }

        @Test
        void areNeededIfTheServiceSaysSo() {
            tenant.change("scopeRequired", true);

            error(client.request("response_type", "code"), "invalid_scope");
        }
    }

    @Nested
    class TheResponse {
        @Test
        void ofACodeHasTheStateAndTheIssuer() {
            String ticket = client.ticket("response_type", "code", "state", "a b&c=d \"ü\"");

            Answer issued = client.issue(ticket, "user");

            assertThat(URI.create(issued.location()).getRawQuery()).isASCII();
            assertThat(issued.location()).startsWith(OAuthClient.REDIRECT_URI + "?code=");
            assertThat(Form.query(issued.location()))
                    .containsEntry("code", issued.text("authorizationCode"))
                    .containsEntry("state", "a b&c=d \"ü\"")
                    .containsEntry("iss", Tenant.ISSUER);
            assertThat(issued.has("accessToken")).isFalse();
        }

        @Test
        void hasNoIssuerIfThatIsSuppressed() {
            tenant.change("issSuppressed", true);

            String location =
                    client.issue(client.ticket("response_type", "code"), "user").location();

            assertThat(Form.query(location)).containsOnlyKeys("code");
        }

        @Test
        void keepsTheQueryOfTheRedirectUri() {
            String uri = "https://client.example.org/cb?tenant=1";
            client.change("redirectUris", List.of(uri));
            String parameters = Form.of("response_type", "code", "client_id", client.id(), "redirect_uri", uri);
            Answer answer = tenant.api().post("auth/authorization", "parameters", parameters);

            String location = client.issue(answer.text("ticket"), "user").location();

            assertThat(location).startsWith(uri + "&code=");
        }

        @Test
        void isAFormIfThatIsAskedFor() {
            String ticket = client.ticket(
                    "response_type", "code", "response_mode", "form_post", "state", "\"><script>alert(1)</script>");

            Answer issued = client.issue(ticket, "user").does("FORM");

            assertThat(issued.text("responseContent"))
                    .contains("<form")
                    .contains("action=\"" + OAuthClient.REDIRECT_URI + "\"")
                    .contains(issued.text("authorizationCode"))
                    .doesNotContain("<script>alert");
        }

        @Test
        void toNoneHasNeitherCodeNorToken() {
            String location = client.issue(client.ticket("response_type", "none", "state", "s"), "user")
                    .location();

            assertThat(Form.query(location)).containsEntry("state", "s").doesNotContainKeys("code", "access_token");
            assertThat(tenant.api()
                            .get("client/granted_scopes/get/" + client.id() + "/user")
                            .ok()
                            .has("latestGrantedScopes"))
                    .isTrue();
        }
    }

    @Nested
    class ProofKeys {
        @Test
        void takesTheVerifierOfAnS256Challenge() {
            String code = client.code("user", "code_challenge", Pkce.s256(VERIFIER), "code_challenge_method", "S256");

            client.exchange(code, "code_verifier", VERIFIER).does("OK");
        }

        @Test
        void takesTheVerifierOfAPlainChallenge() {
            String code = client.code("user", "code_challenge", VERIFIER);

            client.exchange(code, "code_verifier", VERIFIER).does("OK");
        }

        @Test
        void isNeededIfTheServiceOrTheClientSaysSo() {
            tenant.change("pkceRequired", true);
            assertError(client.request("response_type", "code"), "invalid_request", "A124301");

            tenant.change("pkceRequired", false, "pkceS256Required", true);
            assertError(
                    client.request("response_type", "code", "code_challenge", VERIFIER), "invalid_request", "A124308");

            tenant.change("pkceS256Required", false);
            client.change("pkceRequired", true);
            assertError(client.request("response_type", "code"), "invalid_request", "A124301");
        }

        private void assertError(Answer answer, String error, String code) {
            error(answer, error);
            answer.says(code);
        }
    }

    @Nested
    class RedirectUris {
        @Test
        void mayBeLeftOutIfThereIsOne() {
            String parameters = Form.of("response_type", "code", "client_id", client.id());
            Answer answer = tenant.api()
                    .post("auth/authorization", "parameters", parameters)
                    .does("INTERACTION");
            String code = client.codeFor(answer.text("ticket"), "user");

            client.token("grant_type", "authorization_code", "code", code).does("OK");
        }

        @Test
        void mustBeNamedIfThereAreTwo() {
            client.change("redirectUris", List.of(OAuthClient.REDIRECT_URI, "https://client.example.org/2"));
            String parameters = Form.of("response_type", "code", "client_id", client.id());

            tenant.api().post("auth/authorization", "parameters", parameters).does("BAD_REQUEST", "invalid_request");
        }

        @Test
        void onTheLoopbackMayHaveAnyPortIfTheServiceSaysSo() {
            client.change("redirectUris", List.of("http://127.0.0.1/cb"));
            String parameters = Form.of(
                    "response_type", "code", "client_id", client.id(), "redirect_uri", "http://127.0.0.1:51004/cb");
            tenant.api().post("auth/authorization", "parameters", parameters).does("BAD_REQUEST", "invalid_request");

            tenant.change("loopbackRedirectionUriVariable", true);

            tenant.api().post("auth/authorization", "parameters", parameters).does("INTERACTION");
        }

        @ParameterizedTest
        @CsvSource({
            "http://localhost/cb, http://localhost:51004/cb, INTERACTION",
            "http://127.0.0.1/cb, http://127.0.0.1:51004/cb#null, BAD_REQUEST",
            "http://127.0.0.1/cb, http://127.0.0.1:51004/cb?null, BAD_REQUEST",
            "http://127.0.0.1/cb, http://null@127.0.0.1:51004/cb, BAD_REQUEST",
            "http://127.0.0.1/cb, http://127.0.0.1:99999/cb, BAD_REQUEST",
            "http://127.0.0.1/cb, http://localhost:51004/cb, BAD_REQUEST"
        })
        void onTheLoopbackVariesInItsPortAlone(String registered, String asked, String action) {
            tenant.change("loopbackRedirectionUriVariable", true);
            client.change("redirectUris", List.of(registered));

            tenant.api()
                    .post(
                            "auth/authorization",
                            "parameters",
                            Form.of("response_type", "code", "client_id", client.id(), "redirect_uri", asked))
                    .does(action);
        }

        @Test
        void isRegisteredOnlyIfAResponseComesToTheClientAlone() {
            String path = "client/update/" + client.id();
            String body = Json.text("redirectUris", List.of("http://client.example.org/cb"));
            tenant.api().postJson(path, body).refused(400);
            allowInsecureRedirectUris("true");
            tenant.api().postJson(path, body).ok();
            allowInsecureRedirectUris("false");

            client.change("clientName", "the client keeps what it has");
            client.change("redirectUris", List.of("http://client.example.org/cb", "com.example.app:/cb"));
            tenant.api()
                    .postJson(path, Json.text("redirectUris", List.of("http://client.example.org/other")))
                    .refused(400);
        }

        private void allowInsecureRedirectUris(String value) {
            tenant.change("attributes", List.of(Json.map("key", "grantkeep.insecure_redirect_uris", "value", value)));
        }

        @ParameterizedTest
        @CsvSource({
            "https://client.example.org/cb",
            "https://client.example.org/cb/example.com/",
            "https://client.example.org/cb/example.com?x=1",
            "HTTPS://client.example.org/cb/example.com",
            "https://client.example.org/cb/../cb/example.com",
            "https://evil.example.org/cb/example.com",
            "//client.example.org/cb/example.com",
            "javascript:alert(1)",
            "not a uri"
        })
        void mustBeExactlyTheRegisteredOne(String uri) {
            String parameters = Form.of("response_type", "code", "client_id", client.id(), "redirect_uri", uri);

            Answer answer = tenant.api()
                    .post("auth/authorization", "parameters", parameters)
                    .does("BAD_REQUEST", "invalid_request")
                    .says("A011304");

            assertThat(answer.text("resultMessage"))
                    .isEqualTo("[A011304] The value of 'redirect_uri' (" + uri + ") is not registered.");
        }
    }

    @Nested
    class ARefusal {
        @ParameterizedTest
        @CsvSource({
            "UNKNOWN, server_error",
            "SERVER_ERROR, server_error",
            "NOT_LOGGED_IN, login_required",
            "MAX_AGE_NOT_SUPPORTED, login_required",
            "EXCEEDS_MAX_AGE, login_required",
            "DIFFERENT_SUBJECT, login_required",
            "NOT_AUTHENTICATED, login_required",
            "ACR_NOT_SATISFIED, unmet_authentication_requirements",
            "DENIED, access_denied",
            "ACCOUNT_SELECTION_REQUIRED, account_selection_required",
            "CONSENT_REQUIRED, consent_required",
            "INTERACTION_REQUIRED, interaction_required",
            "INVALID_TARGET, invalid_target"
        })
        void carriesTheErrorOfItsReason(String reason, String error) {
            String ticket = client.ticket("response_type", "code", "state", "s");

            Map<String, String> query = error(fail(ticket, reason), error);

            assertThat(query).containsEntry("state", "s").containsEntry("iss", Tenant.ISSUER);
        }

        @Test
        void goesIntoTheFragmentInTheImplicitFlow() {
            String ticket = client.ticket("response_type", "token", "state", "s");

            assertThat(Form.fragment(fail(ticket, "DENIED").location()))
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "s");
        }

        @Test
        void canHaveADescriptionOfTheCallers() {
            String ticket = client.ticket("response_type", "code");

            Answer failed = tenant.api()
                    .post(
                            "auth/authorization/fail",
                            "ticket",
                            ticket,
                            "reason",
                            "DENIED",
                            "description",
                            "no thank you");

            assertThat(Form.query(failed.location())).containsEntry("error_description", "no thank you");
        }

        @Test
        void leavesOutWhatTheServiceWantsLeftOut() {
            tenant.change("errorDescriptionOmitted", true, "errorUriOmitted", true);

            Map<String, String> query = error(fail(client.ticket("response_type", "code"), "DENIED"), "access_denied");

            assertThat(query).doesNotContainKeys("error_description", "error_uri");
        }

        @Test
        void saysByItsCodeWhatHappened() {
            fail(client.ticket("response_type", "code"), "DENIED").says("A060306");
            fail(client.ticket("response_type", "code"), "NOT_LOGGED_IN").says("A060301");
        }
    }

    @Nested
    class GrantedScopes {
        @Test
        void outliveTheTokensAndForgetWhatWasTakenBack() {
            client.tokens("user", "read");
            client.tokens("user", "write");
            assertThat(granted().texts("mergedGrantedScopes")).containsExactlyInAnyOrder("read", "write");
            tenant.api().post("client/authorization/update/" + client.id(), "subject", "user", "scopes", "read");
            assertThat(granted().texts("mergedGrantedScopes")).containsExactly("read");

            tenant.api().delete("client/authorization/delete/" + client.id() + "/user");

            assertThat(granted().texts("mergedGrantedScopes")).containsExactly("read");
        }

        @Test
        void areReadAndDeletedInEveryForm() {
            Tokens tokens = client.tokens("user", "read");
            String get = "client/granted_scopes/get/" + client.id();
            String delete = "client/granted_scopes/delete/" + client.id();
            Api api = tenant.api();

            for (Answer answer : List.of(
                    api.get(get + "/user"),
                    api.get(get + "?subject=user"),
                    api.post(get, "subject", "user"),
                    api.postForm(get, "subject=user"))) {
                assertThat(answer.ok().texts("latestGrantedScopes")).containsExactly("read");
                assertThat(answer.number("serviceApiKey")).isEqualTo(tenant.id());
                assertThat(answer.number("clientId")).isEqualTo(client.id());
                assertThat(answer.text("subject")).isEqualTo("user");
            }
            for (Answer answer : List.of(
                    api.delete(delete + "/user"),
                    api.delete(delete + "?subject=user"),
                    api.post(delete, "subject", "user"),
                    api.postForm(delete, "subject=user"))) {
                assertThat(answer.ok().text("resultCode")).matches("A\\d{3}0\\d{2}");
            }
            assertThat(granted().has("latestGrantedScopes")).isFalse();
            assertThat(tenant.works(tokens.access())).isTrue();
        }

        private Answer granted() {
            return tenant.api()
                    .get("client/granted_scopes/get/" + client.id() + "/user")
                    .ok();
        }
    }

    private Answer fail(String ticket, String reason) {
        return tenant.api().post("auth/authorization/fail", "ticket", ticket, "reason", reason);
    }

    private static Map<String, String> error(Answer answer, String error) {
        Map<String, String> query = Form.query(answer.location());
        assertThat(query).containsEntry("error", error);
        return query;
    }

    private static List<String> names(List<JsonObject> scopes) {
        return scopes.stream().map(scope -> scope.get("name").getAsString()).toList();
    }
}
