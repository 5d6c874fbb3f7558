package dev.grantkeep.adapter.rest.openid;

import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.response;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core section 3: from the authentication request to the ID token. */
class OpenIdConnectCoreSection3Test {
    private static final RestServer SERVER = RestServer.shared();

    private final OpenIdProvider provider = new OpenIdProvider(SERVER, OpenIdProvider.aService());
    private final Client client = provider.client();

    @Nested
    class Section3Dot1Dot2Dot1TheRequest {
        @Test
        void theRedirectUriIsRequired() {
            notRedirected(provider.request(client).with("redirect_uri", null).ask());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    Clients.REDIRECT_URI + "/",
                    Clients.REDIRECT_URI + "?a=b",
                    Clients.REDIRECT_URI + "#a",
                    "https://client.example.org/cb/EXAMPLE.com",
                    "https://client.example.org:443/cb/example.com",
                    "https://client.example.org/x/../cb/example.com",
                    "https://client.example.org.evil.example/cb/example.com",
                    "http://client.example.org/cb/example.com"
                })
        void theRedirectUriIsExactlyARegisteredOne(String uri) {
            notRedirected(provider.request(client).with("redirect_uri", uri).ask());
        }

        @Test
        void theResponseTypeIsRequired() {
            notRedirected(provider.request(client).with("response_type", null).ask());
        }

        @Test
        void withoutTheScopeItIsNoRequestOfOpenId() {
            Answer tokens = provider.request(client).with("scope", "read").tokens("claims", "{\"email\":\"a\"}");
            assertThat(tokens.member("idToken")).isNull();
            assertThat(OpenIdProvider.content(tokens, "id_token")).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"openid email", "email openid", "read email openid"})
        void theScopesComeInAnyOrder(String scope) {
            assertThat(provider.request(client).with("scope", scope).tokens().member("idToken"))
                    .isNotNull();
        }

        @Test
        void aParameterThatIsNotUnderstoodIsIgnored() {
            assertThat(provider.request(client).with("extra", "foobar").tokens().member("idToken"))
                    .isNotNull();
        }

        @Test
        void aNonceIsNotRequiredForACodeAndRepeatedIfItIsThere() {
            String without = provider.request(client).tokens().member("idToken");
            assertThat(provider.verified(without).get("nonce")).isNull();
            String with = provider.request(client)
                    .with("nonce", "n 0&\u00fc")
                    .tokens()
                    .member("idToken");
            assertThat(provider.verified(with).text("nonce")).isEqualTo("n 0&\u00fc");
        }

        @ParameterizedTest
        @ValueSource(strings = {"page", "popup", "touch", "wap"})
        void thePagesAreToldTheDisplay(String display) {
            Answer asked = provider.request(client).with("display", display).ask();
            assertThat(asked.member("display")).isEqualToIgnoringCase(display);
        }

        @Test
        void thePagesAreToldTheLanguagesAndTheHint() {
            Answer asked = provider.request(client)
                    .with("ui_locales", "se xx")
                    .with("claims_locales", "ja")
                    .with("login_hint", "buffy@example.com")
                    .ask();
            assertThat(asked.member("action")).isEqualTo("INTERACTION");
            assertThat(asked.member("loginHint")).isEqualTo("buffy@example.com");
            assertThat(asked.body()).contains("\"uiLocales\":[\"se\",\"xx\"]", "\"claimsLocales\":[\"ja\"]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"login", "consent", "select_account", "login consent"})
        void thePagesAreToldThePrompts(String prompt) {
            Answer asked = provider.request(client).with("prompt", prompt).ask();
            assertThat(asked.member("action")).isEqualTo("INTERACTION");
            assertThat(Json.writeText(asked.json().get("prompts")))
                    .isEqualToIgnoringCase("[\"" + prompt.replace(" ", "\",\"") + "\"]");
        }

        /** What is not known is a wish that nobody can grant, not an error. */
        @ParameterizedTest
        @ValueSource(strings = {"1", "1 2", "urn:unknown gold"})
        void wishedContextsThatAreNotKnownAreHarmless(String acrs) {
            OpenIdProvider its =
                    new OpenIdProvider(SERVER, OpenIdProvider.aService().with("supportedAcrs", List.of("silver")));
            Answer asked = its.request(its.client()).with("acr_values", acrs).ask();
            assertThat(asked.member("action")).isEqualTo("INTERACTION");
            assertThat(asked.member("acrEssential")).isEqualTo("false");
            assertThat(asked.body()).contains("\"acrs\":[\"" + acrs.replace(" ", "\",\"") + "\"]");
        }

        @ParameterizedTest
        @CsvSource({"1, 1", "10000, 10000"})
        void thePagesAreToldTheAgeOfALoginAndTheTokenHasItsTime(String asked, String told) {
            OpenIdProvider.Request request = provider.request(client).with("max_age", asked);
            assertThat(request.ask().member("maxAge")).isEqualTo(told);
            assertThat(provider.verified(
                                    request.tokens("authTime", 1_700_000_000).member("idToken"))
                            .whole("auth_time"))
                    .isEqualTo(1_700_000_000);
        }

        @Test
        void aLoginOfNoAgeIsANewOne() {
            Answer asked = provider.request(client).with("max_age", "0").ask();
            assertThat(asked.body()).contains("\"prompts\":[\"LOGIN\"]");
        }

        @ParameterizedTest
        @CsvSource({
            "max_age, soon",
            "max_age, -1",
            "max_age, 1.5",
            "prompt, sometimes",
            "prompt, none login",
            "prompt, consent none",
            "prompt, none select_account",
            "display, hologram",
            "claims, []",
            "claims, {"
        })
        void aValueThatIsNoneIsAnInvalidRequest(String name, String value) {
            assertThat(response(provider.request(client).with(name, value).ask()))
                    .containsEntry("error", "invalid_request")
                    .containsEntry("state", "a state")
                    .doesNotContainKey("code");
        }
    }

    @Nested
    class Section3Dot1Dot2Dot1AnIdTokenAsAHint {
        @Test
        void saysWhomTheRequestIsAboutThoughItHasExpired() {
            String before = provider.request(client).tokens().member("idToken");
            SERVER.clock().advance(Duration.ofDays(2));
            Answer asked = hinted(before);
            assertThat(asked.member("action")).isEqualTo("NO_INTERACTION");
            assertThat(asked.member("subject")).isEqualTo("user1");
        }

        /** The provider need not be its audience (section 3.1.2.1). */
        @Test
        void mayBeForAnotherClient() {
            String before = provider.request(provider.client()).tokens().member("idToken");
            assertThat(hinted(before).member("subject")).isEqualTo("user1");
        }

        @Test
        void thatWasChangedIsRefused() {
            String[] parts = provider.request(client).tokens().member("idToken").split("\\.");
            String changed = Base64URL.encode(
                            OpenIdProvider.part(String.join(".", parts), 1).replace("\"user1\"", "\"mallory\""))
                    .toString();
            refused(parts[0] + "." + changed + "." + parts[2]);
            refused(parts[0] + "." + parts[1] + ".");
            refused(parts[0] + "." + parts[1]);
            refused("x");
        }

        @Test
        void withoutASignatureIsRefused() {
            String payload =
                    OpenIdProvider.part(provider.request(client).tokens().member("idToken"), 1);
            for (String algorithm : List.of("none", "None", "NONE", "nOnE")) {
                refused(Base64URL.encode("{\"alg\":\"" + algorithm + "\"}") + "." + Base64URL.encode(payload) + ".");
            }
        }

        @Test
        void ofAnotherIssuerIsRefused() throws Exception {
            String mine = claims();
            refused(signed(mine.replace(OpenIdProvider.ISSUER, OpenIdProvider.ISSUER + "/"), own("ES256")));
            refused(signed(mine.replace(OpenIdProvider.ISSUER, "https://other.example.com"), own("ES256")));
            refused(signed("{\"sub\":\"user1\"}", own("ES256")));
            refused(signed("{\"iss\":\"" + OpenIdProvider.ISSUER + "\"}", own("ES256")));
            assertThat(hinted(signed(mine, own("ES256"))).member("subject")).isEqualTo("user1");
        }

        @Test
        void byAKeyThatIsNotTheServicesIsRefused() throws Exception {
            ECKey strange = new ECKeyGenerator(Curve.P_256).keyID("ES256").generate();
            refused(signed(claims(), strange));
            Client withKey = provider.client("jwks", new JWKSet(strange.toPublicJWK()).toString());
            assertThat(provider.request(withKey)
                            .with("id_token_hint", signed(claims(), strange))
                            .ask()
                            .code())
                    .isEqualTo("A009322");
            JWSHeader brought = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .jwk(strange.toPublicJWK())
                    .build();
            refused(signed(claims(), brought, new ECDSASigner(strange)));
        }

        @Test
        void ofAnotherServiceWithTheSameIssuerIsRefused() throws Exception {
            String other =
                    new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("ES256").generate()).toString(false);
            OpenIdProvider its =
                    new OpenIdProvider(SERVER, OpenIdProvider.aService().with("jwks", other));
            refused(its.request(its.client()).tokens().member("idToken"));
        }

        /** RFC 8725 section 2.1. */
        @Test
        void withAPublicKeyForASecretIsRefused() throws Exception {
            for (String key : List.of(
                    own("ES256").toPublicJWK().toJSONString(),
                    new JWKSet(own("ES256").toPublicJWK()).toString(),
                    client.id().toString().repeat(4))) {
                refused(signed(
                        claims(),
                        new JWSHeader(JWSAlgorithm.HS256),
                        new MACSigner(key.getBytes(StandardCharsets.UTF_8))));
            }
        }

        @Test
        void byAnotherAlgorithmThanTheRegisteredIsRefused() throws Exception {
            Client other = provider.client("idTokenSignAlg", "RS256");
            refused(provider.request(other).tokens().member("idToken"));
            String bySecret = signed(
                    claims(),
                    new JWSHeader(JWSAlgorithm.HS256),
                    new MACSigner(client.secret().value()));
            refused(bySecret);
        }

        @Test
        void withAnotherClientsSecretIsRefused() throws Exception {
            Client one = provider.client("idTokenSignAlg", "HS256");
            Client two = provider.client("idTokenSignAlg", "HS256");
            String ofOne = provider.request(one).tokens().member("idToken");
            assertThat(provider.request(one).with("id_token_hint", ofOne).ask().member("subject"))
                    .isEqualTo("user1");
            assertThat(provider.request(two).with("id_token_hint", ofOne).ask().code())
                    .isEqualTo("A009322");
        }

        /** RFC 7515 section 4.1.11. */
        @ParameterizedTest
        @ValueSource(strings = {"\"crit\":[\"exp\"],\"exp\":1", "\"crit\":[]", "\"crit\":[\"b64\"],\"b64\":false"})
        void withACriticalExtensionIsRefused(String extension) throws Exception {
            String input = Base64URL.encode("{\"alg\":\"ES256\"," + extension + "}") + "." + Base64URL.encode(claims());
            refused(input + "."
                    + new ECDSASigner(own("ES256"))
                            .sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes(StandardCharsets.US_ASCII)));
        }

        private Answer hinted(String hint) {
            return provider.request(client)
                    .with("prompt", "none")
                    .with("id_token_hint", hint)
                    .ask();
        }

        private void refused(String hint) {
            Answer refused = hinted(hint);
            assertThat(refused.code()).as(refused.body()).isEqualTo("A009322");
            assertThat(response(refused)).containsEntry("error", "invalid_request");
            assertThat(refused.member("subject")).isNull();
        }

        private String claims() {
            return "{\"iss\":\"" + OpenIdProvider.ISSUER + "\",\"sub\":\"user1\",\"aud\":\"" + client.id()
                    + "\",\"exp\":1,\"iat\":1}";
        }
    }

    @Nested
    class Section3Dot1Dot2Dot6Errors {
        /** Whoever asks without a page and cannot be served is told one of these four, and never a fault of the request. */
        @ParameterizedTest
        @CsvSource({
            "NOT_LOGGED_IN, login_required",
            "EXCEEDS_MAX_AGE, login_required",
            "DIFFERENT_SUBJECT, login_required",
            "CONSENT_REQUIRED, consent_required",
            "INTERACTION_REQUIRED, interaction_required",
            "ACCOUNT_SELECTION_REQUIRED, account_selection_required"
        })
        void withoutAPageTheReasonIsTold(String reason, String error) {
            OpenIdProvider.Request request = provider.request(client).with("prompt", "none");
            assertThat(request.ask().member("action")).isEqualTo("NO_INTERACTION");
            assertThat(response(request.fail(reason)))
                    .containsEntry("error", error)
                    .containsEntry("state", "a state")
                    .containsEntry("iss", OpenIdProvider.ISSUER)
                    .doesNotContainKeys("code", "id_token", "access_token");
        }

        @Test
        void withoutAPageNoLoginCanBeNew() {
            assertThat(response(provider.request(client)
                            .with("prompt", "none")
                            .with("max_age", "0")
                            .ask()))
                    .containsEntry("error", "login_required");
        }

        @Test
        void withoutAPageWhoIsLoggedInGetsACode() {
            assertThat(provider.request(client).with("prompt", "none").tokens().member("idToken"))
                    .isNotNull();
        }

        /** Named as the specification names them, and to the client. */
        @ParameterizedTest
        @CsvSource("registration, registration_not_supported")
        void whatIsNotSupportedIsSaidSo(String parameter, String error) {
            for (String value : List.of("eyJhbGciOiJub25lIn0.e30.", "https://client.example.org/r", "{}")) {
                assertThat(response(
                                provider.request(client).with(parameter, value).ask()))
                        .containsEntry("error", error)
                        .containsEntry("state", "a state");
            }
        }

        /** Neither to the one in an object that nobody has signed, nor to the one beside it. */
        @Test
        void anObjectWithAForeignRedirectUriIsNotFollowed() {
            String object = Base64URL.encode("{\"alg\":\"none\"}") + "."
                    + Base64URL.encode("{\"redirect_uri\":\"https://evil.example/\"}") + ".";
            Answer refused = provider.request(client).with("request", object).ask();
            assertThat(refused.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(refused.member("responseContent"))
                    .contains("invalid_request_object")
                    .doesNotContain("https://evil", "https://client");
        }
    }

    @Nested
    class Section3Dot1Dot3TheTokenEndpoint {
        @Test
        void theAnswerHasTheTokensAndTheirType() {
            Answer tokens = provider.request(client).tokens();
            assertThat(OpenIdProvider.content(tokens, "token_type")).isEqualTo("Bearer");
            assertThat(OpenIdProvider.content(tokens, "access_token")).isEqualTo(tokens.member("accessToken"));
            assertThat(OpenIdProvider.content(tokens, "id_token")).isEqualTo(tokens.member("idToken"));
            assertThat(tokens.member("responseContent")).doesNotContain("null");
        }

        @Test
        void anotherClientsCodeIsNone() {
            Client other = provider.client();
            String code = provider.request(client).code();
            invalidGrant(provider.redeem(other, code));
            assertThat(provider.redeem(client, code).member("action")).isEqualTo("OK");
        }

        @ParameterizedTest
        @ValueSource(strings = {Clients.REDIRECT_URI + "/", "https://evil.example/", ""})
        void theRedirectUriIsTheOneOfTheRequest(String uri) {
            invalidGrant(provider.redeem(client, provider.request(client).code(), "redirect_uri", uri));
        }

        /** Another registered one will not do either. */
        @Test
        void anotherRegisteredRedirectUriIsAnother() {
            String second = "https://client.example.org/second";
            Client two = provider.client("redirectUris", List.of(Clients.REDIRECT_URI, second));
            invalidGrant(provider.redeem(two, provider.request(two).code(), "redirect_uri", second));
        }

        @Test
        void aCodeThatComesAgainEndsWhatItBecame() {
            String code = provider.request(client).code();
            Answer tokens = provider.redeem(client, code);
            SERVER.clock().advance(Duration.ofSeconds(30));
            invalidGrant(provider.redeem(client, code));
            assertThat(provider.userInfo(tokens).member("action")).isEqualTo("UNAUTHORIZED");
            invalidGrant(provider.refresh(client, tokens));
        }

        @Test
        void aCodeOfAnotherServiceIsNone() {
            OpenIdProvider other = new OpenIdProvider(SERVER, OpenIdProvider.aService());
            Client its = other.client();
            invalidGrant(provider.redeem(client, other.request(its).code()));
        }

        @Test
        void theIdTokenHasWhatWasToldWhenTheCodeWasIssued() {
            Answer tokens = provider.request(client)
                    .with("nonce", "n-1")
                    .tokens(
                            "claims",
                            "{\"email\":\"a@example.com\"}",
                            "sub",
                            "pairwise",
                            "acr",
                            "gold",
                            "authTime",
                            1_700_000_000,
                            "idtHeaderParams",
                            "{\"x\":1}");
            String jwt = tokens.member("idToken");
            Members claims = provider.verified(jwt);
            assertThat(claims.text("email")).isEqualTo("a@example.com");
            assertThat(claims.text("sub")).isEqualTo("pairwise");
            assertThat(claims.text("acr")).isEqualTo("gold");
            assertThat(claims.whole("auth_time")).isEqualTo(1_700_000_000);
            assertThat(claims.text("nonce")).isEqualTo("n-1");
            assertThat(claims.get("c_hash")).isNull();
            assertThat(OpenIdProvider.part(jwt, 0)).contains("\"x\":1");
        }

        @Test
        void anIdTokenThatCannotBeMadeKeepsTheCodeAndNamesTheSetting() {
            OpenIdProvider without =
                    new OpenIdProvider(SERVER, Services.aService().withScopes("openid"));
            Client its = without.client();
            String code = without.request(its).code();
            for (int i = 0; i < 2; i++) {
                Answer refused = without.redeem(its, code);
                assertThat(refused.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
                assertThat(refused.message())
                        .isEqualTo("[A050203] An ID token cannot be made. The service has no `jwks`.");
            }
        }
    }

    @Nested
    class Section3Dot1Dot3Dot6Hashes {
        /** The hash is that of the algorithm of the token that it stands in: 256, 384 or 512 bits, of which the left half. */
        @ParameterizedTest
        @EnumSource
        void areOfTheAlgorithmOfTheirIdToken(SignatureAlgorithm algorithm) {
            Client its = provider.client("idTokenSignAlg", algorithm.wireName());
            Answer issued = provider.request(its)
                    .with("response_type", "code id_token token")
                    .with("nonce", "n")
                    .allow();
            Map<String, String> front = response(issued);
            Members claims = claims(front.get("id_token"), algorithm, its);
            assertThat(claims.text("at_hash")).isEqualTo(algorithm.halfHash(front.get("access_token")));
            assertThat(claims.text("c_hash")).isEqualTo(algorithm.halfHash(front.get("code")));
            assertThat(claims.text("s_hash")).isEqualTo(algorithm.halfHash("a state"));
            assertThat(claims.text("c_hash"))
                    .hasSize(
                            algorithm.wireName().endsWith("256")
                                    ? 22
                                    : algorithm.wireName().endsWith("384") ? 32 : 43);

            Answer tokens = provider.redeem(its, front.get("code"));
            assertThat(claims(tokens.member("idToken"), algorithm, its).text("at_hash"))
                    .isEqualTo(algorithm.halfHash(tokens.member("accessToken")));
        }

        private Members claims(String jwt, SignatureAlgorithm algorithm, Client its) {
            return algorithm.isSymmetric() ? provider.verified(jwt, algorithm, its) : provider.verified(jwt, algorithm);
        }
    }

    @Nested
    class Section3Dot2And3Dot3AtTheAuthorizationEndpoint {
        @ParameterizedTest
        @ValueSource(strings = {"id_token", "id_token token", "code id_token", "code id_token token"})
        void whatTheResponseTypeNamesIsGivenAndBoundTogether(String type) {
            Answer answer = provider.request(client)
                    .with("response_type", type)
                    .with("nonce", "n-1")
                    .allow("authTime", 1_700_000_000, "acr", "gold");
            Map<String, String> given = response(answer);
            Members claims = provider.verified(given.get("id_token"));
            assertThat(answer.member("responseContent")).startsWith(Clients.REDIRECT_URI + "#");
            assertThat(given.containsKey("code")).isEqualTo(type.contains("code"));
            assertThat(given.containsKey("access_token")).isEqualTo(type.endsWith(" token"));
            assertThat(given.containsKey("token_type")).isEqualTo(type.endsWith(" token"));
            assertThat(given).containsEntry("state", "a state");
            assertThat(claims.text("nonce")).isEqualTo("n-1");
            assertThat(claims.text("acr")).isEqualTo("gold");
            assertThat(claims.whole("auth_time")).isEqualTo(1_700_000_000);
            assertThat(claims.text("at_hash"))
                    .isEqualTo(type.endsWith(" token") ? hash(given.get("access_token")) : null);
            assertThat(claims.text("c_hash")).isEqualTo(type.contains("code") ? hash(given.get("code")) : null);
            assertThat(claims.text("s_hash")).isEqualTo(hash("a state"));
            assertThat(answer.member("idToken")).isEqualTo(given.get("id_token"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"id_token", "id_token token", "code id_token", "code id_token token"})
        void aNonceIsRequired(String type) {
            for (String nonce : new String[] {null, ""}) {
                Map<String, String> refused = response(provider.request(client)
                        .with("response_type", type)
                        .with("nonce", nonce)
                        .ask());
                assertThat(refused)
                        .containsEntry("error", "invalid_request")
                        .containsEntry("state", "a state")
                        .doesNotContainKeys("code", "access_token", "id_token");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"id_token", "id_token token", "code id_token"})
        void theScopeIsRequired(String type) {
            for (String scope : new String[] {"email", null}) {
                Answer refused = provider.request(client)
                        .with("response_type", type)
                        .with("nonce", "n")
                        .with("scope", scope)
                        .ask();
                assertThat(refused.member("action")).isEqualTo("BAD_REQUEST");
                assertThat(refused.code()).isEqualTo("A004302");
            }
        }

        @Test
        void withoutAnIdTokenThereNoNonceIsRequired() {
            Map<String, String> given = response(
                    provider.request(client).with("response_type", "code token").allow());
            assertThat(given).containsKeys("code", "access_token").doesNotContainKey("id_token");
            assertThat(provider.redeem(client, given.get("code")).member("idToken"))
                    .isNotNull();
        }

        /** Section 3.3.3.6: both ID tokens are from one issuer, about one user, of one login. */
        @ParameterizedTest
        @ValueSource(strings = {"code id_token", "code id_token token"})
        void bothIdTokensAreAboutTheSame(String type) {
            Map<String, String> given = response(provider.request(client)
                    .with("response_type", type)
                    .with("nonce", "n-1")
                    .allow("authTime", 1_700_000_000, "acr", "gold", "sub", "pairwise"));
            Members front = provider.verified(given.get("id_token"));
            Answer tokens = provider.redeem(client, given.get("code"));
            Members back = provider.verified(tokens.member("idToken"));
            for (String claim : List.of("iss", "sub", "aud", "nonce", "acr", "auth_time")) {
                assertThat(back.get(claim)).as(claim).isNotNull().isEqualTo(front.get(claim));
            }
            assertThat(back.text("at_hash")).isEqualTo(hash(tokens.member("accessToken")));
        }

        @Test
        void aMissingKeyIsNamedAndTheTicketKept() {
            OpenIdProvider rsaOnly =
                    new OpenIdProvider(SERVER, OpenIdProvider.aService().with("jwks", "{\"keys\":[]}"));
            Client its = rsaOnly.client();
            Browser browser = new Browser(rsaOnly.caller());
            String ticket = rsaOnly.request(its)
                    .with("response_type", "code id_token")
                    .with("nonce", "n")
                    .ask()
                    .member("ticket");
            for (int i = 0; i < 2; i++) {
                Answer refused = browser.issue(ticket);
                assertThat(response(refused))
                        .containsEntry("error", "server_error")
                        .doesNotContainKey("code");
                assertThat(refused.message())
                        .isEqualTo("[A040206] An ID token cannot be made."
                                + " The service's `jwks` has no private key that can sign ES256.");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "claims, [], 'The value of ''claims'' is not the text of a JSON object.'",
            "claims, {, 'The value of ''claims'' is not the text of a JSON object.'",
            "idtHeaderParams, 5, 'The value of ''idtHeaderParams'' is not the text of a JSON object.'",
            "jwtAtClaims, \"x\", 'The value of ''jwtAtClaims'' is not the text of a JSON object.'",
            "idTokenAudType, list, 'The value of ''idTokenAudType'' is neither array nor string.'"
        })
        void whatThePagesSayHasItsForm(String name, String value, String message) {
            Browser browser = new Browser(provider.caller());
            String ticket = provider.request(client)
                    .with("response_type", "id_token")
                    .with("nonce", "n")
                    .ask()
                    .member("ticket");
            Answer refused = browser.issue(ticket, name, value);
            assertThat(refused.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(refused.message()).contains(message);
            assertThat(browser.issue(ticket).member("action")).isEqualTo("LOCATION");
        }
    }

    private static void notRedirected(Answer refused) {
        assertThat(refused.member("action")).as(refused.body()).isEqualTo("BAD_REQUEST");
        assertThat(OpenIdProvider.content(refused, "error")).isEqualTo("invalid_request");
    }

    private static void invalidGrant(Answer refused) {
        assertThat(refused.member("action")).as(refused.body()).isEqualTo("BAD_REQUEST");
        assertThat(OpenIdProvider.content(refused, "error")).isEqualTo("invalid_grant");
        assertThat(refused.member("accessToken")).isNull();
        assertThat(refused.member("idToken")).isNull();
    }

    private static String hash(String value) {
        return SignatureAlgorithm.ES256.halfHash(value);
    }

    private static ECKey own(String id) throws ParseException {
        return JWKSet.parse(OpenIdProvider.KEYS).getKeyByKeyId(id).toECKey();
    }

    private static String signed(String claims, ECKey key) throws JOSEException {
        return signed(
                claims,
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new ECDSASigner(key));
    }

    private static String signed(String claims, JWSHeader header, JWSSigner signer) throws JOSEException {
        JWSObject jwt = new JWSObject(header, new Payload(claims));
        jwt.sign(signer);
        return jwt.serialize();
    }
}
