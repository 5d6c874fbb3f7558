package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9126, pushed authorization requests, by section. */
@OnEveryStore
final class Rfc9126Test {
    private static final String HANDLE = "urn:ietf:params:oauth:request_uri:";
    private static final String UNKNOWN = HANDLE + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String OTHER_URI = "https://client.example.org/other";
    private static final String ATTRIBUTE = "grantkeep.par.unregistered_redirect_uris";

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    Rfc9126Test(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client();
    }

    private static void gone(Answer answer) {
        answer.does("BAD_REQUEST", "invalid_request_uri").says("A008303");
    }

    @Nested
    class Section2Dot1Request {
        @Test
        void isWhatTheAuthorizationEndpointTakes() {
            String handle = client.handle("response_type", "code", "scope", "read", "state", "s t&a=t e");

            Answer asked = client.use(handle).does("INTERACTION");
            assertThat(asked.objects("scopes"))
                    .extracting(scope -> scope.get("name").getAsString())
                    .containsExactly("read");
            Map<String, String> back =
                    Form.query(client.issue(asked.text("ticket"), "anna").location());
            assertThat(back).containsEntry("state", "s t&a=t e").containsEntry("iss", Tenant.ISSUER);
            Tokens tokens = Tokens.of(client.exchange(back.get("code")));
            assertThat(tenant.scopesOf(tokens.access())).containsExactly("read");
        }

        @Test
        void comesAsAFormOfTheCallToo() {
            String parameters = Form.of(
                    "client_id", client.id(), "redirect_uri", OAuthClient.REDIRECT_URI, "response_type", "code");
            Answer pushed = tenant.api()
                    .postForm(
                            "pushed_auth_req",
                            Form.of(
                                    "parameters",
                                    parameters,
                                    "clientId",
                                    client.id(),
                                    "clientSecret",
                                    client.secret()));
            client.use(pushed.does("CREATED").text("requestUri")).does("INTERACTION");
        }

        @Test
        void needNotNameAClientThatAuthenticates() {
            Answer pushed = client.pushText(Form.of("redirect_uri", OAuthClient.REDIRECT_URI, "response_type", "code"));

            Answer asked = client.use(pushed.does("CREATED").text("requestUri")).does("INTERACTION");
            assertThat(asked.flag("clientIdAliasUsed")).isFalse();
        }

        @Test
        void ofAClientWithAnotherSecretIsUnauthorized() {
            Answer refused = new OAuthClient(tenant, client.id(), "wrong").push("response_type", "code");
            refused.does("UNAUTHORIZED", "invalid_client").says("A157303");
            assertThat(refused.text("clientAuthMethod")).isEqualTo("CLIENT_SECRET_BASIC");
        }

        @Test
        void ofAConfidentialClientByItsNameAloneIsUnauthorized() {
            tenant.api()
                    .post(
                            "pushed_auth_req",
                            "parameters",
                            Form.of(
                                    "client_id",
                                    client.id(),
                                    "redirect_uri",
                                    OAuthClient.REDIRECT_URI,
                                    "response_type",
                                    "code"))
                    .does("UNAUTHORIZED", "invalid_client");
        }

        @Test
        void ofNobodyAndOfAnUnknownClientIsUnauthorized() {
            tenant.api()
                    .post("pushed_auth_req", "parameters", "response_type=code")
                    .does("UNAUTHORIZED", "invalid_client");
            tenant.api()
                    .post("pushed_auth_req", "parameters", "response_type=code&client_id=1")
                    .does("UNAUTHORIZED", "invalid_client");
        }

        @Test
        void ofALockedClientIsRefused() {
            client.api()
                    .post("client/lock_flag/update/" + client.id(), "clientLocked", true)
                    .ok();

            assertThat(client.push("response_type", "code").refused(403).text("resultCode"))
                    .isEqualTo("A001215");
        }

        @Test
        void ofAPublicClientNamesIt() {
            OAuthClient app = tenant.client("clientType", "PUBLIC", "tokenAuthMethod", "NONE");
            Answer pushed = tenant.api()
                    .post(
                            "pushed_auth_req",
                            "parameters",
                            Form.of(
                                    "client_id",
                                    app.id(),
                                    "redirect_uri",
                                    OAuthClient.REDIRECT_URI,
                                    "response_type",
                                    "code"));

            assertThat(pushed.does("CREATED").text("clientAuthMethod")).isEqualTo("NONE");
            app.use(pushed.text("requestUri")).does("INTERACTION");
        }

        @Test
        void takesASecretInTheBodyToo() {
            OAuthClient other = tenant.client("tokenAuthMethod", "CLIENT_SECRET_POST");
            Answer pushed = tenant.api()
                    .post(
                            "pushed_auth_req",
                            "parameters",
                            Form.of(
                                    "client_id",
                                    other.id(),
                                    "client_secret",
                                    other.secret(),
                                    "redirect_uri",
                                    OAuthClient.REDIRECT_URI,
                                    "response_type",
                                    "code"));
            other.use(pushed.does("CREATED").text("requestUri")).does("INTERACTION");
        }

        @ParameterizedTest
        @ValueSource(strings = {UNKNOWN, "https://client.example.org/request.jwt", "x"})
        void isNoReferenceToAnother(String requestUri) {
            client.push("response_type", "code", "request_uri", requestUri)
                    .does("BAD_REQUEST", "invalid_request")
                    .says("A245302");
        }

        @Test
        void withoutParametersIsTheCallersFault() {
            tenant.api().post("pushed_auth_req").does("INTERNAL_SERVER_ERROR").says("A245201");
        }

        @ParameterizedTest
        @ValueSource(strings = {"response_type=%", "%7B%22a%22%3A1%7D", "a=%ff"})
        void thatIsNoFormIsABadRequest(String parameters) {
            client.pushText(parameters).does("BAD_REQUEST", "invalid_request").says("A245301");
        }

        @Test
        void withAProofOfAKeyIsRefused() {
            tenant.api()
                    .post("pushed_auth_req", "parameters", "response_type=code", "dpop", "e30.e30.e30")
                    .does("BAD_REQUEST", "invalid_request")
                    .says("A245303");
        }
    }

    @Nested
    class Section2Dot2Response {
        @Test
        void hasAHandleThatNobodyGuesses() {
            Answer pushed = client.push("response_type", "code").does("CREATED").says("A245001");

            assertThat(pushed.text("requestUri")).matches(HANDLE + "[A-Za-z0-9_-]{43}");
            assertThat(pushed.content("request_uri")).isEqualTo(pushed.text("requestUri"));
            assertThat(pushed.content().get("expires_in").getAsLong()).isEqualTo(600);
            assertThat(pushed.text("clientAuthMethod")).isEqualTo("CLIENT_SECRET_BASIC");
            assertThat(client.handle("response_type", "code")).isNotEqualTo(pushed.text("requestUri"));
        }

        @Test
        void saysHowLongItIsGoodAsTheServiceWants() {
            tenant.change("pushedAuthReqDuration", 7);
            Answer pushed = client.push("response_type", "code").does("CREATED");
            assertThat(pushed.content().get("expires_in").getAsLong()).isEqualTo(7);

            stage.later(Duration.ofMillis(6_999));
            String another = client.handle("response_type", "code");
            client.use(pushed.text("requestUri")).does("INTERACTION");
            stage.later(Duration.ofSeconds(7));
            gone(client.use(another));
        }

        @ParameterizedTest
        @ValueSource(longs = {0, Long.MAX_VALUE})
        void livesAsLongAsThereCanBe(long duration) {
            tenant.change("pushedAuthReqDuration", duration);
            Answer pushed = client.push("response_type", "code").does("CREATED");
            assertThat(pushed.content().get("expires_in").getAsLong()).isEqualTo(duration == 0 ? 600 : 3_153_600_000L);
            client.use(pushed.text("requestUri")).does("INTERACTION");
        }

        @Test
        void isOneClientsOwn() {
            OAuthClient other = tenant.client();
            String handle = client.handle("response_type", "code");

            gone(other.use(handle));
            client.use(handle).does("INTERACTION");
        }

        @Test
        void isOneServicesOwn() {
            Tenant elsewhere = stage.tenant();
            OAuthClient other = elsewhere.client();
            String handle = client.handle("response_type", "code");

            gone(other.use(handle));
            elsewhere
                    .api()
                    .post("auth/authorization", "parameters", Form.of("client_id", client.id(), "request_uri", handle))
                    .does("BAD_REQUEST", "invalid_request");
            client.use(handle).does("INTERACTION");
        }
    }

    @Nested
    class Section2Dot3Error {
        @ParameterizedTest
        @CsvSource({
            "response_type=nonsense, unsupported_response_type, A009304",
            "response_type=code+id_token, unsupported_response_type, A009305",
            "scope=read, invalid_request, A009301",
            "response_type=code&scope=%22, invalid_scope, A009312",
            "response_type=code&state=1&state=2, invalid_request, A009302",
            "response_type=code&client_secret=1&client_secret=2, invalid_request, A009302",
            "response_type=code&response_mode=nonsense, invalid_request, A009310",
            "response_type=code&code_challenge=short, invalid_request, A124302",
            "response_type=code&prompt=none+login, invalid_request, A009314",
            "response_type=code&claims=x, invalid_request, A009318",
            "response_type=code&dpop_jkt=x, invalid_request, A009317",
            "response_type=code&authorization_details=x, invalid_authorization_details, A249301",
            "response_type=code&resource=relative, invalid_target, A251307"
        })
        void isToldInTheAnswerAndNotByARedirect(String parameters, String error, String code) {
            client.pushText(Form.of("client_id", client.id(), "redirect_uri", OAuthClient.REDIRECT_URI) + "&"
                            + parameters)
                    .does("BAD_REQUEST", error)
                    .says(code);
        }

        @Test
        void isToldWhereTheRequestWouldBeBiggerThanIsTaken() {
            String usual = Form.of(
                    "client_id",
                    client.id(),
                    "redirect_uri",
                    OAuthClient.REDIRECT_URI,
                    "response_type",
                    "code",
                    "state",
                    "");
            String fits = usual + "s".repeat(65_536 - usual.length());

            client.pushText(fits + "s")
                    .does("PAYLOAD_TOO_LARGE", "invalid_request")
                    .says("A245304");
            client.pushText(usual + "\u20ac".repeat(22_000)).does("PAYLOAD_TOO_LARGE");
            String handle = client.pushText(fits).does("CREATED").text("requestUri");
            String back = client.issue(client.use(handle).does("INTERACTION").text("ticket"), "anna")
                    .location();
            assertThat(Form.query(back).get("state")).hasSize(65_536 - usual.length());
        }

        @Test
        void isForbiddenWhereTheClientsRequestsCannotBeTakenAtAll() {
            client.change("dpopRequired", true);
            client.push("response_type", "code")
                    .does("FORBIDDEN", "invalid_request")
                    .says("A009311");
        }
    }

    @Nested
    class Section2Dot4RedirectUris {
        private String push(OAuthClient by, String redirectUri) {
            return Form.of("client_id", by.id(), "redirect_uri", redirectUri, "response_type", "code");
        }

        private void allowed() {
            tenant.change("attributes", List.of(Json.map("key", ATTRIBUTE, "value", "true")));
        }

        @Test
        void areThoseThatAreRegistered() {
            client.pushText(push(client, OTHER_URI))
                    .does("BAD_REQUEST", "invalid_request")
                    .says("A011304");
        }

        @Test
        void mayBeOthersWhereTheServiceWantsIt() {
            allowed();
            String handle =
                    client.pushText(push(client, OTHER_URI)).does("CREATED").text("requestUri");
            Answer asked = client.use(handle).does("INTERACTION");

            String back = client.issue(asked.text("ticket"), "anna").location();
            assertThat(back).startsWith(OTHER_URI + "?code=");
            String code = Form.query(back).get("code");
            client.exchange(code).does("BAD_REQUEST", "invalid_grant");
            client.token("grant_type", "authorization_code", "code", code, "redirect_uri", OTHER_URI)
                    .does("OK");
        }

        @Test
        void areRegisteredOnesAgainOnceTheServiceWantsItNoMore() {
            allowed();
            String handle =
                    client.pushText(push(client, OTHER_URI)).does("CREATED").text("requestUri");
            tenant.change("attributes", List.of());
            client.use(handle).does("BAD_REQUEST", "invalid_request").says("A011304");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://client.example.org/other",
                    "https://client.example.org/other#f",
                    "javascript:alert(1)",
                    "/other",
                    "https://client.example.org:99999/",
                    "ftp://client.example.org/other"
                })
        void areSafeOnesThen(String redirectUri) {
            allowed();
            client.pushText(push(client, redirectUri))
                    .does("BAD_REQUEST", "invalid_request")
                    .says("A011304");
        }

        @Test
        void ofAPublicClientAreRegistered() {
            allowed();
            OAuthClient app = tenant.client("clientType", "PUBLIC", "tokenAuthMethod", "NONE");
            tenant.api()
                    .post("pushed_auth_req", "parameters", push(app, OTHER_URI))
                    .does("BAD_REQUEST", "invalid_request")
                    .says("A011304");
        }

        @Test
        void ofARequestThatIsNotPushedAreRegistered() {
            allowed();
            tenant.api()
                    .post("auth/authorization", "parameters", push(client, OTHER_URI))
                    .does("BAD_REQUEST", "invalid_request")
                    .says("A011304");
        }
    }

    @Nested
    class Section4AuthorizationRequest {
        @Test
        void isWhatWasPushedAndNothingBeside() {
            String handle = client.handle("response_type", "code", "scope", "read", "state", "pushed");

            Answer asked = client.use(
                            handle,
                            "redirect_uri",
                            "https://attacker.example/",
                            "response_type",
                            "token",
                            "scope",
                            "write payment",
                            "state",
                            "beside",
                            "prompt",
                            "none",
                            "dpop_jkt",
                            "x")
                    .does("INTERACTION");

            assertThat(asked.objects("scopes")).hasSize(1);
            String back = client.issue(asked.text("ticket"), "anna").location();
            assertThat(back).startsWith(OAuthClient.REDIRECT_URI + "?");
            assertThat(Form.query(back)).containsEntry("state", "pushed").containsKey("code");
        }

        @Test
        void usesTheHandleOnce() {
            String handle = client.handle("response_type", "code");
            String ticket = client.use(handle).does("INTERACTION").text("ticket");

            gone(client.use(handle));
            assertThat(client.issue(ticket, "anna").location()).contains("code=");
            gone(client.use(handle));
        }

        @Test
        void livesOnWithItsTicketWhenTheHandleIsOver() {
            tenant.change("pushedAuthReqDuration", 5);
            String ticket = client.use(client.handle("response_type", "code"))
                    .does("INTERACTION")
                    .text("ticket");
            stage.later(Duration.ofMinutes(10));
            assertThat(client.issue(ticket, "anna").location()).contains("code=");
        }

        @Test
        void usesTheHandleOfARequestWithoutPagesToo() {
            String handle = client.handle("response_type", "code", "prompt", "none");
            client.use(handle).does("NO_INTERACTION");
            gone(client.use(handle));
        }

        @Test
        void leavesTheHandleWhenItIsRefused() {
            String handle = client.handle("response_type", "code", "scope", "read");
            client.change("responseTypes", List.of("TOKEN"));
            assertThat(Form.query(client.use(handle).location())).containsEntry("error", "unauthorized_client");

            client.change("responseTypes", List.of("CODE"));
            client.use(handle).does("INTERACTION");
        }

        @ParameterizedTest
        @ValueSource(strings = {UNKNOWN, HANDLE, HANDLE + "\u00e9", HANDLE + " ", HANDLE + "A"})
        void ofAHandleThatNobodyHasIsToldAtOnce(String handle) {
            gone(client.use(handle));
        }

        @Test
        void ofAVeryLongHandleIsToldAtOnce() {
            gone(client.use(HANDLE + "A".repeat(5_000)));
        }

        @Test
        void namesItsClient() {
            String handle = client.handle("response_type", "code");
            tenant.api()
                    .post("auth/authorization", "parameters", Form.of("request_uri", handle))
                    .does("BAD_REQUEST", "invalid_request")
                    .says("A010301");
        }

        @Test
        void namesOneHandle() {
            String handle = client.handle("response_type", "code");
            client.use(handle, "request_uri", handle).does("BAD_REQUEST", "invalid_request");
            client.use(handle).does("INTERACTION");
        }

        @Test
        void hasWhatWasPushedAsItWasSent() {
            tenant.change("supportedAuthorizationDetailsTypes", List.of("payment"));
            String details = "[{\"type\":\"payment\",\"locations\":[\"https://a.example/\",\"https://b.example/\"],"
                    + "\"n\":[[1,null],\"x\"]}]";
            String handle = client.pushText(Form.of(
                            "client_id",
                            client.id(),
                            "redirect_uri",
                            OAuthClient.REDIRECT_URI,
                            "response_type",
                            "code",
                            "authorization_details",
                            details,
                            "resource",
                            "https://rs.example/1",
                            "resource",
                            "https://rs.example/2",
                            "odd.name$",
                            "",
                            "$odd",
                            "x"))
                    .does("CREATED")
                    .text("requestUri");

            Answer asked = client.use(handle).does("INTERACTION");

            JsonObject element = asked.object("authorizationDetails")
                    .getAsJsonArray("elements")
                    .get(0)
                    .getAsJsonObject();
            assertThat(element.getAsJsonArray("locations")).hasSize(2);
            assertThat(element.get("otherFields").getAsString()).isEqualTo("{\"n\":[[1,null],\"x\"]}");
            assertThat(asked.texts("resources")).containsExactly("https://rs.example/1", "https://rs.example/2");
        }
    }

    @Nested
    class Sections5And6Metadata {
        @Test
        void aServiceThatRequiresItTakesNoOtherRequest() {
            tenant.change("parRequired", true, "pushedAuthReqEndpoint", Tenant.ISSUER + "/par");
            JsonObject metadata = tenant.api().get("service/configuration").ok().json();
            assertThat(metadata.get("require_pushed_authorization_requests").getAsBoolean())
                    .isTrue();
            assertThat(metadata.get("pushed_authorization_request_endpoint").getAsString())
                    .isEqualTo(Tenant.ISSUER + "/par");

            onlyPushed(client);
        }

        @Test
        void aServiceThatDoesNotRequireItSaysSo() {
            JsonObject metadata = tenant.api().get("service/configuration").ok().json();
            assertThat(metadata.get("require_pushed_authorization_requests").getAsBoolean())
                    .isFalse();
            assertThat(metadata.has("pushed_authorization_request_endpoint")).isFalse();
        }

        @Test
        void aClientThatRequiresItMakesNoOtherRequest() {
            client.change("parRequired", true);
            onlyPushed(client);
            tenant.client().request("response_type", "code").does("INTERACTION");
        }

        private static void onlyPushed(OAuthClient client) {
            Answer refused =
                    client.request("response_type", "code", "state", "s").says("A009323");
            assertThat(Form.query(refused.location()))
                    .containsEntry("error", "invalid_request")
                    .containsEntry("state", "s");
            client.use(client.handle("response_type", "code")).does("INTERACTION");
        }
    }

    @Nested
    class Section7Dot3Replay {
        @Test
        void ofManyUsesAtOnceOneIsTaken() {
            String handle = client.handle("response_type", "code");
            Collection<String> actions = new ConcurrentLinkedQueue<>();
            InParallel.each(
                    IntStream.range(0, 8).boxed().toList(),
                    i -> actions.add(client.use(handle).text("action")));
            assertThat(actions).containsOnlyOnce("INTERACTION").containsOnly("INTERACTION", "BAD_REQUEST");
        }
    }
}
