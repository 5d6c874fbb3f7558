package dev.grantkeep.adapter.rest.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ID tokens, from the request to the client (OpenID Connect Core sections 3.1 to 3.3). */
class OpenIdConnectTest {
    private static final RestServer SERVER = RestServer.shared();
    private static final String KEYS = keys();
    private static final String OPENID = "&scope=openid+email&nonce=n-1";

    private final Service service = SERVER.given(Services.aService()
            .withScopes("openid", "email", "read")
            .withResponseTypes(ResponseType.values())
            .with("jwks", KEYS)
            .build());
    private final Client client = SERVER.given(aClient().build());
    private final Browser browser = new Browser(SERVER.v2(service));

    private Clients aClient() {
        return Clients.aClient()
                .of(service)
                .withResponseTypes(ResponseType.values())
                .with("idTokenSignAlg", "ES256");
    }

    @Nested
    class TheAuthorizationEndpoint {
        @ParameterizedTest
        @EnumSource(
                value = ResponseType.class,
                names = {"ID_TOKEN", "ID_TOKEN_TOKEN", "CODE_ID_TOKEN", "CODE_ID_TOKEN_TOKEN"})
        void givesWhatTheResponseTypeNamesAndBindsItTogether(ResponseType type) {
            Answer answer = browser.allow(client, request(type), "authTime", 1_700_000_000, "acr", "gold");
            assertThat(answer.member("action")).isEqualTo("LOCATION");
            Map<String, String> given = fragment(answer);
            Members claims = verified(given.get("id_token"));

            assertThat(given.containsKey("code")).isEqualTo(type.includesCode());
            assertThat(given.containsKey("access_token")).isEqualTo(type.includesToken());
            assertThat(claims.text("iss")).isEqualTo("https://as.example.com");
            assertThat(claims.text("sub")).isEqualTo("user1");
            assertThat(claims.texts("aud")).containsExactly(client.id().toString());
            assertThat(claims.text("nonce")).isEqualTo("n-1");
            assertThat(claims.text("acr")).isEqualTo("gold");
            assertThat(claims.whole("auth_time")).isEqualTo(1_700_000_000);
            assertThat(claims.text("at_hash")).isEqualTo(type.includesToken() ? hash(given.get("access_token")) : null);
            assertThat(claims.text("c_hash")).isEqualTo(type.includesCode() ? hash(given.get("code")) : null);
            assertThat(claims.text("s_hash")).isEqualTo(hash("a state"));
            assertThat(answer.member("idToken")).isEqualTo(given.get("id_token"));
        }

        @Test
        void hasTheClaimsAndHeaderThatItIsToldAndTheOthersName() {
            Answer answer = browser.allow(
                    client,
                    request(ResponseType.ID_TOKEN),
                    "claims",
                    "{\"email\":\"a@example.com\",\"email_verified\":true,\"iss\":\"evil\",\"gone\":null}",
                    "sub",
                    "pairwise",
                    "idtHeaderParams",
                    "{\"x\":1,\"alg\":\"none\",\"kid\":\"other\"}",
                    "idTokenAudType",
                    "string");
            String jwt = answer.member("idToken");
            Members claims = verified(jwt);
            assertThat(claims.text("email")).isEqualTo("a@example.com");
            assertThat(claims.get("email_verified")).isEqualTo(true);
            assertThat(claims.text("iss")).isEqualTo("https://as.example.com");
            assertThat(claims.text("sub")).isEqualTo("pairwise");
            assertThat(claims.text("aud")).isEqualTo(client.id().toString());
            assertThat(claims.get("gone")).isNull();
            assertThat(part(jwt, 0)).contains("\"x\":1", "\"alg\":\"ES256\"", "\"kid\":\"es\"");
        }

        @ParameterizedTest
        @CsvSource({
            "claims, [], 'The value of ''claims'' is not the text of a JSON object.'",
            "claims, {, 'The value of ''claims'' is not the text of a JSON object.'",
            "idtHeaderParams, 5, 'The value of ''idtHeaderParams'' is not the text of a JSON object.'",
            "jwtAtClaims, \"x\", 'The value of ''jwtAtClaims'' is not the text of a JSON object.'",
            "idTokenAudType, list, 'The value of ''idTokenAudType'' is neither array nor string.'"
        })
        void refusesWhatIsNotOfTheRightForm(String name, String value, String message) {
            String ticket = browser.ask(client, request(ResponseType.ID_TOKEN)).member("ticket");
            Answer refused = browser.issue(ticket, "subject", "user", name, value);
            assertThat(refused.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(refused.message()).contains(message);
            assertThat(browser.issue(ticket, "subject", "user").member("action"))
                    .isEqualTo("LOCATION");
        }

        @Test
        void saysWhichSettingIsMissingAndKeepsTheTicket() {
            Client other =
                    SERVER.given(aClient().with("idTokenSignAlg", "RS256").build());
            String ticket =
                    browser.ask(other, request(ResponseType.CODE_ID_TOKEN)).member("ticket");
            Answer refused = browser.issue(ticket, "subject", "user");
            assertThat(refused.member("action")).isEqualTo("LOCATION");
            assertThat(fragment(refused)).containsEntry("error", "server_error").doesNotContainKey("code");
            assertThat(refused.message())
                    .isEqualTo("[A040206] An ID token cannot be made."
                            + " The service's `jwks` has no private key that can sign RS256.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"&response_type=id_token&scope=email&nonce=n", "&response_type=id_token&nonce=n"})
        void givesNoIdTokenWithoutTheScope(String query) {
            Answer refused = browser.ask(client, query);
            assertThat(refused.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(refused.code()).isEqualTo("A004302");
        }

        @Test
        void givesNoIdTokenWithoutANonce() {
            Answer refused = browser.ask(client, "&response_type=id_token&scope=openid");
            assertThat(refused.member("action")).isEqualTo("LOCATION");
            assertThat(fragment(refused)).containsEntry("error", "invalid_request");
        }
    }

    @Nested
    class ThePagesAreTold {
        @Test
        void whichClaimsAreAskedFor() {
            String claims =
                    "{\"id_token\":{\"birthdate\":null,\"sub\":null},\"userinfo\":{\"name\":{\"essential\":true}}}";
            Answer answer = browser.ask(client, request(ResponseType.CODE) + "&claims=" + encoded(claims));
            assertThat(Json.writeText(answer.json().get("claims"))).contains("email", "email_verified", "birthdate");
            assertThat(Json.writeText(answer.json().get("claims"))).doesNotContain("\"sub\"");
            assertThat(answer.member("idTokenClaims")).isEqualTo("{\"birthdate\":null,\"sub\":null}");
            assertThat(answer.member("userInfoClaims")).isEqualTo("{\"name\":{\"essential\":true}}");
            assertThat(answer.json().get("claimsAtUserInfo")).isNull();
            Answer v3 = new Browser(SERVER.v3(service))
                    .ask(client, request(ResponseType.CODE) + "&claims=" + encoded(claims));
            assertThat(Json.writeText(v3.json().get("claimsAtUserInfo"))).contains("email", "name");
        }

        @Test
        void whomAnEarlierIdTokenIsAbout() {
            String before =
                    browser.allow(client, request(ResponseType.ID_TOKEN)).member("idToken");
            SERVER.clock().advance(Duration.ofDays(2));
            Answer answer = browser.ask(client, request(ResponseType.CODE) + "&prompt=none&id_token_hint=" + before);
            assertThat(answer.member("action")).isEqualTo("NO_INTERACTION");
            assertThat(answer.member("subject")).isEqualTo("user1");
        }

        @Test
        void nothingByAnIdTokenThatIsNotTheServices() {
            String before =
                    browser.allow(client, request(ResponseType.ID_TOKEN)).member("idToken");
            String payload = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            part(before, 1).replace("\"user1\"", "\"mallory\"").getBytes(StandardCharsets.UTF_8));
            String[] parts = before.split("\\.");
            for (String forged : new String[] {
                parts[0] + "." + payload + "." + parts[2], encodedPart("{\"alg\":\"none\"}") + "." + payload + ".", "x"
            }) {
                Answer refused = browser.ask(client, request(ResponseType.CODE) + "&id_token_hint=" + forged);
                assertThat(refused.member("responseContent")).contains("error=invalid_request");
                assertThat(refused.code()).isEqualTo("A009322");
            }
        }
    }

    @Nested
    class TheTokenEndpoint {
        @Test
        void givesAnIdTokenForACodeWithWhatWasToldWhenItWasIssued() {
            Answer issued = browser.allow(
                    client,
                    request(ResponseType.CODE),
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
            Answer tokens = redeem(issued.member("authorizationCode"));
            assertThat(tokens.member("action")).isEqualTo("OK");
            String jwt = tokens.member("idToken");
            assertThat(Json.read(tokens.member("responseContent"))
                            .get("id_token")
                            .getStringValue())
                    .isEqualTo(jwt);
            Members claims = verified(jwt);
            assertThat(claims.text("email")).isEqualTo("a@example.com");
            assertThat(claims.text("sub")).isEqualTo("pairwise");
            assertThat(claims.text("acr")).isEqualTo("gold");
            assertThat(claims.whole("auth_time")).isEqualTo(1_700_000_000);
            assertThat(claims.text("nonce")).isEqualTo("n-1");
            assertThat(claims.text("at_hash")).isEqualTo(hash(tokens.member("accessToken")));
            assertThat(claims.get("c_hash")).isNull();
            assertThat(part(jwt, 0)).contains("\"x\":1");
        }

        @Test
        void givesAnUnsignedOneItsHeaderToo() {
            Client its = SERVER.given(aClient().with("idTokenSignAlg", "NONE").build());
            String header = "{\"x\":1,\"alg\":\"ES256\",\"kid\":\"es\",\"crit\":[\"x\"],\"b64\":false}";
            String code = browser.allow(its, request(ResponseType.CODE), "idtHeaderParams", header)
                    .member("authorizationCode");
            String jwt = exchange(SERVER.v2(service), its, code).member("idToken");
            assertThat(Json.read(part(jwt, 0))).isEqualTo(Json.read("{\"alg\":\"none\",\"x\":1}"));
            assertThat(jwt).endsWith(".");
        }

        @ParameterizedTest
        @ValueSource(strings = {"NONE", "ES256"})
        void saysThatAMemberOfTheHeaderCannotBe(String algorithm) {
            Client its =
                    SERVER.given(aClient().with("idTokenSignAlg", algorithm).build());
            String code = browser.allow(its, request(ResponseType.CODE), "idtHeaderParams", "{\"typ\":5}")
                    .member("authorizationCode");
            Answer refused = exchange(SERVER.v2(service), its, code);
            assertThat(refused.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(refused.message()).contains("A member of the header");
        }

        @Test
        void givesNoneWithoutTheScope() {
            Answer issued = browser.allow(client, "&response_type=code&scope=read");
            assertThat(redeem(issued.member("authorizationCode")).member("idToken"))
                    .isNull();
        }

        @Test
        void saysWhichSettingIsMissingAndKeepsTheCode() {
            Service without = SERVER.given(Services.aService()
                    .withScopes("openid")
                    .withResponseTypes(ResponseType.values())
                    .build());
            Client its = SERVER.given(Clients.aClient().of(without).build());
            Browser pages = new Browser(SERVER.v2(without));
            String code = pages.allow(
                            its, "&response_type=code&scope=openid&redirect_uri=" + encoded(Clients.REDIRECT_URI))
                    .member("authorizationCode");
            for (int i = 0; i < 2; i++) {
                Answer refused = exchange(SERVER.v2(without), its, code);
                assertThat(refused.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
                assertThat(refused.message())
                        .isEqualTo("[A050203] An ID token cannot be made. The service has no `jwks`.");
            }
        }

        private Answer redeem(String code) {
            return exchange(SERVER.v2(service), client, code);
        }
    }

    /** OpenID Connect Core section 10.2.1. */
    @Nested
    class AClientWhoseKeysAreAtAnAddress {
        private final String address = "https://client.example/" + Unique.hash().value();
        private final InMemoryRemoteDocuments documents = SERVER.bean(InMemoryRemoteDocuments.class);
        private final Client its = SERVER.given(aClient()
                .with("idTokenEncryptionAlg", "ECDH_ES_A128KW")
                .with("jwksUri", address)
                .build());

        @Test
        void getsOneEncryptedToAKeyThatItPublishedMeanwhile() throws Exception {
            documents.publish(address, "{\"keys\":[]}");
            assertThat(fragment(idToken())).containsEntry("error", "server_error");
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("enc").generate();
            documents.publish(address, new JWKSet(key.toPublicJWK()).toString());
            SERVER.clock().advance(Duration.ofSeconds(61));

            JWEObject jwe = JWEObject.parse(idToken().member("idToken"));
            jwe.decrypt(new ECDHDecrypter(key));
            assertThat(jwe.getHeader().getKeyID()).isEqualTo("enc");
            assertThat(verified(jwe.getPayload().toString()).text("sub")).isEqualTo("user1");
        }

        @Test
        void isAskedForNewerOnesOnceAMinute() {
            documents.publish(address, "{\"keys\":[]}");
            for (int i = 0; i < 4; i++) {
                assertThat(idToken().message()).contains("The client has no key that can encrypt by ECDH-ES+A128KW.");
            }
            assertThat(documents.fetches(new DocumentAddress(address))).isEqualTo(2);
        }

        @Test
        void isAskedForNoneWhereAKeyFits() throws Exception {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("enc").generate();
            documents.publish(address, new JWKSet(key.toPublicJWK()).toString());
            assertThat(idToken().member("idToken").split("\\.")).hasSize(5);
            assertThat(idToken().member("idToken").split("\\.")).hasSize(5);
            assertThat(documents.fetches(new DocumentAddress(address))).isEqualTo(1);
        }

        private Answer idToken() {
            return browser.allow(its, request(ResponseType.ID_TOKEN));
        }
    }

    private static Answer exchange(RestServer.Caller caller, Client client, String code) {
        return caller.post(
                "/auth/token",
                Fields.of(
                        "parameters",
                        "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(Clients.REDIRECT_URI),
                        "clientId",
                        client.id().toString(),
                        "clientSecret",
                        client.secret().value()));
    }

    private static String request(ResponseType type) {
        return "&response_type=" + encoded(type.wireName()) + OPENID + "&state=a+state&redirect_uri="
                + encoded(Clients.REDIRECT_URI);
    }

    private static Map<String, String> fragment(Answer answer) {
        return Arrays.stream(answer.member("responseContent").split("#", 2)[1].split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static Members verified(String jwt) {
        KeySetReading.Read keys =
                (KeySetReading.Read) SERVER.bean(KeySets.class).read(KEYS);
        SignatureCheck check = SERVER.bean(Signatures.class).verify(jwt, Set.of(SignatureAlgorithm.ES256), keys.set());
        return ((SignatureCheck.Verified) check).claims();
    }

    private static String hash(String value) {
        return SignatureAlgorithm.ES256.halfHash(value);
    }

    private static String part(String jwt, int index) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[index]), StandardCharsets.UTF_8);
    }

    private static String encodedPart(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String keys() {
        try {
            return new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("es").generate()).toString(false);
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
