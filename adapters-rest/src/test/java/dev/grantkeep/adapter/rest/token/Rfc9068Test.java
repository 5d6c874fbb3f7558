package dev.grantkeep.adapter.rest.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Access tokens that are JWTs (RFC 9068), in both dialects. What is made is read by another library than the one that makes
 * it, and so is what is forged.
 */
class Rfc9068Test {
    private static final RestServer SERVER = RestServer.shared();
    private static final String ISSUER = "https://as.example.com";
    private static final String RESOURCE = "https://rs.example.com/";
    private static final PublicJsonWebKey FORMER = ec("former");
    private static final PublicJsonWebKey KEY = ec("current");
    private static final PublicJsonWebKey RSA = rsa("rsa");
    private static final PublicJsonWebKey STRANGE = ec("current");
    private static final String KEYS = set(FORMER, KEY, RSA);
    private static final String REDIRECT =
            "&redirect_uri=" + URLEncoder.encode(Clients.REDIRECT_URI, StandardCharsets.UTF_8);
    private static final long LIFE = 600;

    private final Service service = SERVER.given(aService().build());
    private final Client client = SERVER.given(aClient(service));

    private static Services aService() {
        return Services.aService()
                .withIssuer(ISSUER)
                .withScopes("openid", "read", "write")
                .withGrantTypes(GrantType.values())
                .withResponseTypes(ResponseType.values())
                .withAccessDuration(LIFE)
                .with("supportedAuthorizationDetailsTypes", List.of("payment"))
                .with("jwks", KEYS)
                .with("idTokenReissuable", true)
                .with("accessTokenSignAlg", "ES256")
                .with("accessTokenSignatureKeyId", "current");
    }

    private static Client aClient(Service of) {
        return Clients.aClient()
                .of(of)
                .withGrantTypes(GrantType.values())
                .withResponseTypes(ResponseType.values())
                .with("idTokenSignAlg", "ES256")
                .build();
    }

    private List<RestServer.Caller> dialects() {
        return dialects(service);
    }

    private static List<RestServer.Caller> dialects(Service of) {
        return List.of(SERVER.v2(of), SERVER.v3(of));
    }

    /** Header. */
    @Nested
    class Section2_1 {
        @Test
        void typeAlgorithmAndKeyAreSaid() {
            for (RestServer.Caller caller : dialects()) {
                Map<String, Object> header = header(own(caller).member("jwtAccessToken"));
                assertThat(header)
                        .containsOnly(
                                Map.entry("typ", "at+jwt"), Map.entry("alg", "ES256"), Map.entry("kid", "current"));
            }
        }

        @ParameterizedTest
        @CsvSource({"RS256,rsa", "PS512,rsa", "ES256,former"})
        void algorithmAndKeyAreThoseOfTheService(String algorithm, String key) {
            Service other = SERVER.given(aService()
                    .with("accessTokenSignAlg", algorithm)
                    .with("accessTokenSignatureKeyId", key)
                    .build());
            String jwt = own(SERVER.v2(other), SERVER.given(aClient(other))).member("jwtAccessToken");
            assertThat(header(jwt)).containsEntry("alg", algorithm).containsEntry("kid", key);
            verified(jwt, key.equals("rsa") ? RSA : FORMER);
        }

        /** "MUST NOT use none"; a secret of both sides would let every resource server issue tokens. */
        @ParameterizedTest
        @ValueSource(strings = {"NONE", "HS256", "HS512", "ES256K"})
        void whatIsNoSignatureOfTheServiceAloneIsRefused(String algorithm) {
            assertImpossible(aService().with("accessTokenSignAlg", algorithm), "`accessTokenSignAlg` is " + algorithm);
        }

        @Test
        void aMissingSettingIsNamed() {
            assertImpossible(aService().with("jwks", null), "no `jwks`");
            assertImpossible(aService().withIssuer(null), "no `issuer`");
            assertImpossible(aService().with("accessTokenSignAlg", "ES384"), "`jwks` has no private key");
            assertImpossible(
                    aService().with("accessTokenSignatureKeyId", "nobody"), "`accessTokenSignatureKeyId` names no key");
        }

        private static void assertImpossible(Services services, String why) {
            Service other = SERVER.given(services.build());
            Client its = SERVER.given(aClient(other));
            for (RestServer.Caller caller : dialects(other)) {
                Answer token = own(caller, its);
                assertThat(token.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
                assertThat(token.code()).isEqualTo("A050204");
                assertThat(token.message()).contains(why);
                assertThat(token.member("responseContent")).contains("server_error");

                Answer created = create(caller, its);
                assertThat(created.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
                assertThat(created.code()).isEqualTo("A109209");
                assertThat(created.message()).contains(why);

                Answer implicit = new Browser(caller).allow(its, "&response_type=token&scope=read");
                assertThat(implicit.code()).isEqualTo("A040209");
                assertThat(implicit.message()).contains(why);
                assertThat(implicit.member("responseContent")).contains("error=server_error");
                assertThat(caller.get("/auth/token/get/list").member("totalCount"))
                        .isEqualTo("0");
            }
        }
    }

    /** Data structure: the claims that are required, and those that say more. */
    @Nested
    class Section2_2 {
        @Test
        void aTokenOfAUserSaysWhatWasGranted() {
            for (RestServer.Caller caller : dialects()) {
                Answer answer = code(
                        caller,
                        "&scope=read+write&resource=" + RESOURCE,
                        "acr",
                        "gold",
                        "authTime",
                        1_700_000_000,
                        "jwtAtClaims",
                        "{\"roles\":[\"admin\"],\"iss\":\"evil\",\"sub\":\"evil\",\"jti\":\"evil\",\"none\":null}",
                        "properties",
                        List.of(property("plan", "large", false), property("note", "secret", true)));
                JwtClaims claims = verified(answer);

                assertThat(claims.getClaimsMap().keySet())
                        .containsExactlyInAnyOrder(
                                "iss",
                                "sub",
                                "aud",
                                "exp",
                                "iat",
                                "jti",
                                "client_id",
                                "scope",
                                "grant_type",
                                "acr",
                                "auth_time",
                                "roles",
                                "plan");
                assertThat(claims.getClaimsMap())
                        .containsEntry("iss", ISSUER)
                        .containsEntry("sub", "user1")
                        .containsEntry("aud", List.of(RESOURCE))
                        .containsEntry("jti", answer.member("accessToken"))
                        .containsEntry("client_id", client.id().toString())
                        .containsEntry("scope", "read write")
                        .containsEntry("grant_type", "authorization_code")
                        .containsEntry("acr", "gold")
                        .containsEntry("auth_time", 1_700_000_000L)
                        .containsEntry("roles", List.of("admin"))
                        .containsEntry("plan", "large");
                long now = SERVER.clock().now().getEpochSecond();
                assertThat(claims.getClaimsMap()).containsEntry("iat", now).containsEntry("exp", now + LIFE);
            }
        }

        @Test
        void aTokenOfAClientHasNoSubjectAndNothingThatIsEmpty() {
            for (RestServer.Caller caller : dialects()) {
                JwtClaims claims = verified(own(caller));
                assertThat(claims.getClaimsMap().keySet())
                        .containsExactlyInAnyOrder("iss", "exp", "iat", "jti", "client_id", "grant_type");
                assertThat(claims.getClaimsMap()).containsEntry("grant_type", "client_credentials");
            }
        }

        @Test
        void authorizationDetailsAreAsClientsSendThem() {
            String details = "[{\"type\":\"payment\",\"datatypes\":[\"a\"],\"amount\":{\"value\":1.5}}]";
            JwtClaims claims = verified(token(
                    SERVER.v2(service),
                    client,
                    "grant_type=client_credentials&authorization_details="
                            + URLEncoder.encode(details, StandardCharsets.UTF_8)));
            assertThat(Json.writeText(Json.read(claims.toJson()).get("authorization_details")))
                    .isEqualTo(details);
        }

        @Test
        void claimsAreGivenWhereTheTokenIsMade() {
            String roles = "{\"roles\":[\"admin\"],\"aud\":\"" + RESOURCE + "\"}";
            for (RestServer.Caller caller : dialects()) {
                JwtClaims ofClient = verified(token(caller, client, "grant_type=client_credentials", roles));
                assertThat(ofClient.getClaimsMap())
                        .containsEntry("roles", List.of("admin"))
                        .containsEntry("aud", RESOURCE);
                JwtClaims created = verified(create(caller, client, "jwtAtClaims", roles));
                assertThat(created.getClaimsMap()).containsEntry("roles", List.of("admin"));
                Answer implicit =
                        new Browser(caller).allow(client, "&response_type=token&scope=read", "jwtAtClaims", roles);
                assertThat(verified(implicit).getClaimsMap()).containsEntry("roles", List.of("admin"));
            }
        }

        /** They are those of the authorization: whoever exchanges a code says nothing new. */
        @Test
        void aCodeAndARefreshHaveTheClaimsOfTheirAuthorization() {
            RestServer.Caller caller = SERVER.v3(service);
            String code = new Browser(caller)
                    .allow(client, "&response_type=code&scope=read" + REDIRECT, "jwtAtClaims", "{\"a\":1}")
                    .member("authorizationCode");
            Answer first =
                    token(caller, client, "grant_type=authorization_code&code=" + code + REDIRECT, "{\"a\":2,\"b\":2}");
            Answer second = refresh(caller, first);
            for (Answer answer : List.of(first, second)) {
                assertThat(verified(answer).getClaimsMap())
                        .containsEntry("a", 1L)
                        .doesNotContainKey("b");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "[]", "1", "{\"a\":1", "{\"a\":1e999}"})
        void claimsThatAreNoObjectAreRefused(String claims) {
            RestServer.Caller caller = SERVER.v2(service);
            Answer token = token(caller, client, "grant_type=client_credentials", claims);
            assertThat(token.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(token.message()).startsWith("[A047202]").contains("'jwtAtClaims'");
            Answer created = create(caller, client, "jwtAtClaims", claims);
            assertThat(created.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(created.message()).startsWith("[A109201]").contains("'jwtAtClaims'");
        }

        @Test
        void claimsThatMakeTheTokenTooLongAreRefused() {
            String large = "{\"x\":\"" + "x".repeat(100_000) + "\"}";
            Answer token = token(SERVER.v2(service), client, "grant_type=client_credentials", large);
            assertThat(token.code()).isEqualTo("A050204");
            assertThat(token.message()).contains("131072 characters");
        }

        @Test
        void claimsAreTakenAsDeepAsTheyAreGiven() {
            String deep = "{\"x\":" + "[".repeat(60) + "]".repeat(60) + "}";
            RestServer.Caller caller = SERVER.v2(service);
            Answer token = token(caller, client, "grant_type=client_credentials", deep);
            assertGood(caller, token.member("jwtAccessToken"));
        }
    }

    /** Requesting a token: wherever there is an access token, it is a JWT for the client, and for the API both. */
    @Nested
    class Section3 {
        @Test
        void everyGrantGivesOne() {
            for (RestServer.Caller caller : dialects()) {
                Answer code = code(caller, "&scope=read");
                Answer refreshed = refresh(caller, code);
                for (Answer answer : List.of(code, refreshed, own(caller))) {
                    assertThat(Json.read(answer.member("responseContent"))
                                    .get("access_token")
                                    .getStringValue())
                            .isEqualTo(answer.member("jwtAccessToken"));
                    verified(answer);
                }
                assertThat(refreshed.member("jwtAccessToken")).isNotEqualTo(code.member("jwtAccessToken"));
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = ResponseType.class,
                names = {"TOKEN", "CODE_TOKEN", "ID_TOKEN_TOKEN", "CODE_ID_TOKEN_TOKEN"})
        void soDoesTheAuthorizationEndpoint(ResponseType type) {
            for (RestServer.Caller caller : dialects()) {
                Answer answer = new Browser(caller)
                        .allow(client, "&scope=openid&nonce=n&response_type=" + spelled(type) + REDIRECT);
                Map<String, String> given = fragment(answer);
                String jwt = answer.member("jwtAccessToken");
                assertThat(given.get("access_token")).as(answer.body()).isEqualTo(jwt);
                verified(answer);
                if (type.includesIdToken()) {
                    assertThat(Json.read(verified(given.get("id_token"), FORMER).toJson())
                                    .get("at_hash")
                                    .getStringValue())
                            .isEqualTo(SignatureAlgorithm.ES256.halfHash(jwt));
                }
            }
        }

        @Test
        void theIdTokenOfACodeIsBoundToIt() {
            Answer answer = code(SERVER.v2(service), "&scope=openid");
            assertThat(idToken(answer).getClaimsMap())
                    .containsEntry("at_hash", SignatureAlgorithm.ES256.halfHash(answer.member("jwtAccessToken")));
        }

        @Test
        void aReissuedIdTokenIsBoundToIt() {
            for (RestServer.Caller caller : dialects()) {
                Answer refreshed = refresh(caller, code(caller, "&scope=openid"));
                assertThat(refreshed.member("action")).isEqualTo("ID_TOKEN_REISSUABLE");
                String jwt = refreshed.member("jwtAccessToken");
                Answer reissued = caller.post("/idtoken/reissue", Fields.of("accessToken", jwt));
                assertThat(reissued.member("action")).as(reissued.body()).isEqualTo("OK");
                assertThat(Json.read(reissued.member("responseContent"))
                                .get("access_token")
                                .getStringValue())
                        .isEqualTo(jwt);
                assertThat(idToken(reissued).getClaimsMap())
                        .containsEntry("at_hash", SignatureAlgorithm.ES256.halfHash(jwt));
            }
        }

        @Test
        void createdTokensAreJwtsForWhoeverCreatedThem() {
            for (RestServer.Caller caller : dialects()) {
                Answer created = create(caller, client, "accessTokenPersistent", true, "accessToken", chosen());
                assertThat(verified(created).getClaimsMap())
                        .containsEntry("exp", 253_402_300_799L)
                        .containsEntry("jti", created.member("accessToken"));
            }
        }

        @Test
        void aRetriedRefreshGetsTheSameTokenOnceMore() {
            Service idempotent =
                    SERVER.given(aService().with("refreshTokenIdempotent", true).build());
            Client its = SERVER.given(aClient(idempotent));
            RestServer.Caller caller = SERVER.v2(idempotent);
            Answer first = create(caller, its);
            Answer refreshed = refresh(caller, its, first);
            Answer again = refresh(caller, its, first);

            assertThat(again.member("previousRefreshTokenUsed")).isEqualTo("true");
            assertThat(again.member("accessToken")).isEqualTo(refreshed.member("accessToken"));
            assertThat(verified(again).toJson()).isEqualTo(verified(refreshed).toJson());
        }

        @Test
        void aCodeStaysGoodWhileNoTokenCanBeMade() {
            RestServer.Caller caller = SERVER.v2(service);
            String code = new Browser(caller)
                    .allow(client, "&response_type=code&scope=read" + REDIRECT)
                    .member("authorizationCode");
            Answer refreshable = create(caller, client);
            update(service, "accessTokenSignAlg", "HS256");

            String exchange = "grant_type=authorization_code&code=" + code + REDIRECT;
            assertThat(token(caller, client, exchange).code()).isEqualTo("A050204");
            assertThat(refresh(caller, refreshable).code()).isEqualTo("A050204");
            assertGood(caller, refreshable.member("accessToken"));

            update(service, "accessTokenSignAlg", "ES256");
            verified(token(caller, client, exchange));
            verified(refresh(caller, refreshable));
        }
    }

    /** Validating a token: what a service signed as an access token leads to the record, which decides; all else is unknown. */
    @Nested
    class Section4 {
        @Test
        void theJwtAndItsValueAreWorthTheSame() {
            for (RestServer.Caller caller : dialects()) {
                Answer token = code(caller, "&scope=openid+read");
                for (String presented : List.of(token.member("jwtAccessToken"), token.member("accessToken"))) {
                    assertGood(caller, presented);
                    Answer standard = standard(caller, presented, null);
                    assertThat(standard.member("responseContent")).contains("\"active\":true", "\"sub\":\"user1\"");
                    assertThat(standard(caller, presented, "refresh_token").member("responseContent"))
                            .contains("\"active\":true");
                    Answer userInfo = caller.post("/auth/userinfo", Fields.of("token", presented));
                    assertThat(userInfo.member("action")).isEqualTo("OK");
                    assertThat(userInfo.member("token")).isEqualTo(presented);
                    assertThat(caller.post("/auth/userinfo/issue", Fields.of("token", presented))
                                    .member("responseContent"))
                            .contains("user1");
                }
            }
        }

        static Stream<Ending> endings() {
            return Stream.of(
                    new Ending(
                            "revocation",
                            (test, caller, jwt) -> caller.post(
                                    "/auth/revocation",
                                    Fields.of(
                                            "parameters",
                                            "token=" + jwt,
                                            "clientId",
                                            test.client.id().toString(),
                                            "clientSecret",
                                            test.client.secret().value()))),
                    new Ending(
                            "revoke",
                            (test, caller, jwt) ->
                                    caller.post("/auth/token/revoke", Fields.of("accessTokenIdentifier", jwt))),
                    new Ending("delete", (test, caller, jwt) -> caller.delete("/auth/token/delete/" + jwt)),
                    new Ending(
                            "of the grant",
                            (test, caller, jwt) -> caller.post(
                                    "/client/authorization/delete/" + test.client.id(),
                                    Fields.of("subject", "user1"))));
        }

        /** The JWT is as it was, and so is what is remembered of its signature. */
        @ParameterizedTest
        @MethodSource("endings")
        void aRevokedOneIsDeadAtOnce(Ending ending) {
            for (RestServer.Caller caller : dialects()) {
                String jwt = code(caller, "&scope=openid").member("jwtAccessToken");
                assertGood(caller, jwt);
                Answer answer = ending.end().of(Rfc9068Test.this, caller, jwt);
                assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
                assertUnknown(caller, jwt);
            }
        }

        @Test
        void itsEndIsTheRecords() {
            for (RestServer.Caller caller : dialects()) {
                String jwt = create(caller, client).member("jwtAccessToken");
                SERVER.clock().advance(Duration.ofSeconds(LIFE));
                Answer expired = introspect(caller, jwt);
                assertThat(expired.member("action")).isEqualTo("UNAUTHORIZED");
                assertThat(expired.member("existent")).isEqualTo("true");
                assertThat(standard(caller, jwt, null).member("responseContent"))
                        .isEqualTo("{\"active\":false}");

                long later = SERVER.clock().now().plusSeconds(60).toEpochMilli();
                Answer updated =
                        caller.post("/auth/token/update", Fields.of("accessToken", jwt, "accessTokenExpiresAt", later));
                assertThat(updated.member("action")).as(updated.body()).isEqualTo("OK");
                assertThat(updated.member("jwtAccessToken")).isNull();
                assertGood(caller, jwt);
            }
        }

        @Test
        void aChangeOfTheRecordIsSeenThoughTheJwtSaysWhatItSaid() {
            for (RestServer.Caller caller : dialects()) {
                String jwt = create(caller, client, "scopes", List.of("read", "write"))
                        .member("jwtAccessToken");
                Answer updated =
                        caller.post("/auth/token/update", Fields.of("accessToken", jwt, "scopes", List.of("read")));
                assertThat(updated.member("accessToken")).isEqualTo(jwt);
                assertThat(introspect(caller, jwt).body()).contains("\"scopes\":[\"read\"]");
                assertThat(verified(jwt, KEY).getClaimsMap()).containsEntry("scope", "read write");
            }
        }

        @Test
        void aNewValueIsANewJwtAndEndsTheOldOne() {
            for (RestServer.Caller caller : dialects()) {
                String jwt = create(caller, client, "scopes", List.of("read", "write"))
                        .member("jwtAccessToken");
                Answer updated = caller.post(
                        "/auth/token/update",
                        Fields.of("accessToken", jwt, "accessTokenValueUpdated", true, "scopes", List.of("write")));
                assertThat(verified(updated).getClaimsMap()).containsEntry("scope", "write");
                assertGood(caller, updated.member("jwtAccessToken"));
                assertGood(caller, updated.member("accessToken"));
                assertOpensNothing(caller, jwt);
            }
        }

        @Test
        void aNewValueThatCannotBeMadeChangesNothing() {
            Service changing = SERVER.given(aService().build());
            RestServer.Caller caller = SERVER.v2(changing);
            String jwt = create(caller, SERVER.given(aClient(changing)), "scopes", List.of("read", "write"))
                    .member("jwtAccessToken");
            update(changing, "accessTokenSignAlg", "HS256");
            Answer refused = caller.post(
                    "/auth/token/update",
                    Fields.of("accessToken", jwt, "accessTokenValueUpdated", true, "scopes", List.of("write")));
            assertThat(refused.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(refused.message()).startsWith("[A135204]").contains("`accessTokenSignAlg`");
            assertThat(introspect(caller, jwt).body()).contains("\"scopes\":[\"read\",\"write\"]");
        }

        @Test
        void aRefreshEndsTheOldOne() {
            for (RestServer.Caller caller : dialects()) {
                Answer first = code(caller, "&scope=read");
                Answer second = refresh(caller, first);
                assertOpensNothing(caller, first.member("jwtAccessToken"));
                assertGood(caller, second.member("jwtAccessToken"));
            }
        }

        @Test
        void aKeyThatSignsNoMoreStillVerifies() {
            RestServer.Caller caller = SERVER.v2(service);
            Answer token = create(caller, client);
            String byFormer = forged(FORMER, "ES256", Map.of("typ", "at+jwt", "kid", "former"), claims(token));
            assertGood(caller, byFormer);
        }

        static Stream<Forgery> forgeries() {
            return Stream.of(
                    new Forgery("another's key", t -> forged(STRANGE, "ES256", AT, claims(t))),
                    new Forgery(
                            "another's key in the header",
                            t -> forged(
                                    STRANGE, "ES256", Map.of("typ", "at+jwt", "jwk", publicOf(STRANGE)), claims(t))),
                    new Forgery(
                            "an unknown kid",
                            t -> forged(KEY, "ES256", Map.of("typ", "at+jwt", "kid", "other"), claims(t))),
                    new Forgery("no type", t -> forged(KEY, "ES256", Map.of("kid", "current"), claims(t))),
                    new Forgery("JWT", t -> forged(KEY, "ES256", Map.of("kid", "current", "typ", "JWT"), claims(t))),
                    new Forgery(
                            "crit",
                            t -> forged(
                                    KEY,
                                    "ES256",
                                    Map.of("kid", "current", "typ", "at+jwt", "crit", List.of("exp"), "exp", 1),
                                    claims(t))),
                    new Forgery(
                            "the public key as a secret",
                            t -> hmac(KEY.getPublicKey().getEncoded(), claims(t))),
                    new Forgery("the set as a secret", t -> hmac(KEYS.getBytes(StandardCharsets.UTF_8), claims(t))),
                    new Forgery(
                            "the client's id as a secret",
                            t -> hmac(
                                    "0123456789012345678901234567890123456789".getBytes(StandardCharsets.UTF_8),
                                    claims(t))),
                    new Forgery(
                            "none",
                            t -> encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + encoded(claims(t)) + "."),
                    new Forgery(
                            "None",
                            t -> encoded("{\"alg\":\"None\",\"typ\":\"at+jwt\"}") + "." + encoded(claims(t)) + "."),
                    new Forgery("no signature", t -> jwt(t).substring(0, jwt(t).lastIndexOf('.') + 1)),
                    new Forgery(
                            "a signature of zeros",
                            t -> jwt(t).substring(0, jwt(t).lastIndexOf('.') + 1) + "A".repeat(86)),
                    new Forgery("the id of another token", t -> altered(t, "{\"jti\":\"x\"}")),
                    new Forgery("other claims", t -> altered(t, claims(t).replace("read", "write"))),
                    new Forgery("no id", t -> forged(KEY, "ES256", AT, "{\"sub\":\"user1\"}")),
                    new Forgery("an id that is no token's", t -> forged(KEY, "ES256", AT, "{\"jti\":\"nobody's\"}")),
                    new Forgery("an id that no token can have", t -> forged(KEY, "ES256", AT, "{\"jti\":\"a b\"}")),
                    new Forgery(
                            "the hash as the id",
                            t -> forged(
                                    KEY,
                                    "ES256",
                                    AT,
                                    "{\"jti\":\""
                                            + new TokenValue(t.member("accessToken"))
                                                    .hash()
                                                    .value()
                                            + "\"}")),
                    new Forgery(
                            "the refresh token as the id",
                            t -> forged(KEY, "ES256", AT, "{\"jti\":\"" + t.member("refreshToken") + "\"}")),
                    new Forgery("four parts", t -> jwt(t) + ".x"),
                    new Forgery("a space before", t -> " " + jwt(t)),
                    new Forgery("padding", t -> jwt(t) + "="),
                    new Forgery("too long", t -> jwt(t) + "A".repeat(131_072)),
                    new Forgery("deep", t -> encoded("{\"a\":" + "[".repeat(5_000)) + ".e30.e30"));
        }

        @ParameterizedTest
        @MethodSource("forgeries")
        void whatTheServiceDidNotSignAsAnAccessTokenIsUnknown(Forgery forgery) {
            for (RestServer.Caller caller : dialects()) {
                Answer token = code(caller, "&scope=openid+read");
                String forged = forgery.of().apply(token);
                assertUnknown(caller, forged);
                assertGood(caller, jwt(token));
            }
        }

        /** Section 5: one key may sign both kinds, and neither passes for the other. */
        @Test
        void anIdTokenIsNoAccessTokenAndAnAccessTokenIsNoHint() {
            for (RestServer.Caller caller : dialects()) {
                Answer token = code(caller, "&scope=openid");
                assertUnknown(caller, token.member("idToken"));
                Answer hinted = new Browser(caller)
                        .ask(client, "&response_type=code&scope=openid&id_token_hint=" + jwt(token) + REDIRECT);
                assertThat(hinted.code()).isEqualTo("A009322");
            }
        }

        @Test
        void aTokenOfAnotherServiceOpensNothingEvenWithTheSameKeys() {
            Service other = SERVER.given(aService().build());
            String jwt = create(SERVER.v2(other), SERVER.given(aClient(other))).member("jwtAccessToken");
            for (RestServer.Caller caller : dialects()) {
                assertOpensNothing(caller, jwt);
                assertThat(caller.post("/auth/token/update", Fields.of("accessToken", jwt))
                                .member("action"))
                        .isEqualTo("FORBIDDEN");
                assertThat(caller.delete("/auth/token/delete/" + jwt).status()).isBetween(403, 404);
            }
        }

        @Test
        void onlyItsClientRevokesIt() {
            Client thief = SERVER.given(aClient(service));
            for (RestServer.Caller caller : dialects()) {
                String jwt = jwt(code(caller, "&scope=openid"));
                Answer refused = caller.post(
                        "/auth/revocation",
                        Fields.of(
                                "parameters",
                                "token=" + jwt,
                                "clientId",
                                thief.id().toString(),
                                "clientSecret",
                                thief.secret().value()));
                assertThat(refused.member("action")).isEqualTo("BAD_REQUEST");
                assertGood(caller, jwt);
            }
        }

        @Test
        void whatWasIssuedBeforeAChangeOfTheFormStaysGood() {
            Service changing =
                    SERVER.given(aService().with("accessTokenSignAlg", null).build());
            Client its = SERVER.given(aClient(changing));
            for (RestServer.Caller caller : dialects(changing)) {
                Answer opaque = create(caller, its);
                assertThat(opaque.member("jwtAccessToken")).isNull();
                update(changing, "accessTokenSignAlg", "ES256");
                String jwt = create(caller, its).member("jwtAccessToken");
                assertGood(caller, opaque.member("accessToken"));
                update(changing, "accessTokenSignAlg", null);
                assertGood(caller, jwt);
            }
        }

        /** A caller may have brought tokens of another server, which are texts to this one, whatever they look like. */
        @Test
        void aChosenValueThatLooksLikeAJwtIsAValue() {
            for (RestServer.Caller caller : dialects()) {
                String foreign = forged(STRANGE, "ES256", AT, "{\"jti\":\"" + chosen() + "\"}");
                Answer created = create(caller, client, "accessToken", foreign);
                assertThat(created.member("accessToken")).isEqualTo(foreign);
                assertGood(caller, foreign);
                assertGood(caller, created.member("jwtAccessToken"));
            }
        }
    }

    private static final Map<String, Object> AT = Map.of("typ", "at+jwt", "kid", "current");

    private record Ending(String name, How end) {
        interface How {
            Answer of(Rfc9068Test test, RestServer.Caller caller, String jwt);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @param of makes it of the answer with the token that it is like */
    private record Forgery(String name, Function<Answer, String> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static void update(Service service, String member, @Nullable String value) {
        Map<String, Object> members =
                parsed(SERVER.owner().get("/service/get/" + service.id()).body());
        if (value == null) {
            members.remove(member);
        } else {
            members.put(member, value);
        }
        Answer changed = SERVER.owner().post("/service/update/" + service.id(), JsonUtil.toJson(members));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return new LinkedHashMap<>(JsonUtil.parseJson(json));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertGood(RestServer.Caller caller, String presented) {
        Answer answer = introspect(caller, presented);
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
    }

    /** Everywhere, as any text that never was a token. */
    private static void assertUnknown(RestServer.Caller caller, String presented) {
        assertOpensNothing(caller, presented);
        assertThat(caller.post("/auth/token/update", Fields.of("accessToken", presented, "scopes", List.of("read")))
                        .member("action"))
                .isIn("NOT_FOUND", "BAD_REQUEST");
        assertThat(caller.post("/auth/token/revoke", Fields.of("accessTokenIdentifier", presented))
                        .status())
                .isEqualTo(404);
    }

    /** Nothing is told but what is told of any text. */
    private static void assertOpensNothing(RestServer.Caller caller, String presented) {
        Answer introspected = introspect(caller, presented);
        assertThat(introspected.member("action")).as(introspected.body()).isEqualTo("UNAUTHORIZED");
        assertThat(introspected.code()).isEqualTo(introspect(caller, "unknown").code());
        assertThat(standard(caller, presented, null).member("responseContent")).isEqualTo("{\"active\":false}");
        assertThat(standard(caller, presented, "access_token").code())
                .isEqualTo(standard(caller, "unknown", null).code());
        assertThat(caller.post("/auth/userinfo", Fields.of("token", presented)).code())
                .isEqualTo("A088302");
        assertThat(caller.post("/auth/userinfo/issue", Fields.of("token", presented))
                        .member("action"))
                .isEqualTo("UNAUTHORIZED");
        assertThat(caller.post("/idtoken/reissue", Fields.of("accessToken", presented))
                        .member("action"))
                .isEqualTo("CALLER_ERROR");
    }

    private static Answer introspect(RestServer.Caller caller, String presented) {
        return caller.post("/auth/introspection", Fields.of("token", presented));
    }

    private static Answer standard(RestServer.Caller caller, String presented, @Nullable String hint) {
        String parameters = "token=" + URLEncoder.encode(presented, StandardCharsets.UTF_8)
                + (hint == null ? "" : "&token_type_hint=" + hint);
        return caller.post("/auth/introspection/standard", Fields.of("parameters", parameters));
    }

    private Answer own(RestServer.Caller caller) {
        return own(caller, client);
    }

    private static Answer own(RestServer.Caller caller, Client by) {
        return token(caller, by, "grant_type=client_credentials");
    }

    private Answer code(RestServer.Caller caller, String query, Object... more) {
        String code = new Browser(caller)
                .allow(client, "&response_type=code" + query + REDIRECT, more)
                .member("authorizationCode");
        Answer answer = token(caller, client, "grant_type=authorization_code&code=" + code + REDIRECT);
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
        return answer;
    }

    private Answer refresh(RestServer.Caller caller, Answer before) {
        return refresh(caller, client, before);
    }

    private static Answer refresh(RestServer.Caller caller, Client by, Answer before) {
        return token(caller, by, "grant_type=refresh_token&refresh_token=" + before.member("refreshToken"));
    }

    private static Answer token(RestServer.Caller caller, Client by, String parameters) {
        return token(caller, by, parameters, "{}");
    }

    private static Answer token(RestServer.Caller caller, Client by, String parameters, String claims) {
        return caller.post(
                "/auth/token",
                Fields.of(
                        "parameters",
                        parameters,
                        "clientId",
                        by.id().toString(),
                        "clientSecret",
                        by.secret().value(),
                        "jwtAtClaims",
                        claims));
    }

    private static Answer create(RestServer.Caller caller, Client of, Object... more) {
        Object[] fields = {
            "grantType", "AUTHORIZATION_CODE", "clientId", of.id().value(), "subject", "user1",
        };
        return caller.post(
                "/auth/token/create",
                Fields.of(Stream.concat(Arrays.stream(fields), Arrays.stream(more))
                        .toArray()));
    }

    private static String spelled(ResponseType type) {
        return Stream.of(
                        type.includesCode() ? "code" : "",
                        type.includesIdToken() ? "id_token" : "",
                        type.includesToken() ? "token" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("+"));
    }

    private static Object property(String key, String value, boolean hidden) {
        return Json.read(Fields.of("key", key, "value", value, "hidden", hidden));
    }

    private static String chosen() {
        return "chosen-" + UUID.randomUUID();
    }

    private static Map<String, String> fragment(Answer answer) {
        return Arrays.stream(answer.member("responseContent").split("#", 2)[1].split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String jwt(Answer answer) {
        return answer.member("jwtAccessToken");
    }

    private static JwtClaims verified(Answer answer) {
        assertThat(answer.member("jwtAccessToken")).as(answer.body()).isNotNull();
        return verified(jwt(answer), KEY);
    }

    private static JwtClaims idToken(Answer answer) {
        return verified(answer.member("idToken"), FORMER);
    }

    private static JwtClaims verified(String jwt, PublicJsonWebKey key) {
        return read(jwt, key).getJwtClaims();
    }

    private static Map<String, Object> header(String jwt) {
        return parsed(
                new String(Base64.getUrlDecoder().decode(jwt.substring(0, jwt.indexOf('.'))), StandardCharsets.UTF_8));
    }

    /** As a resource server does, but for the time, which the tests move. */
    private static JwtContext read(String jwt, PublicJsonWebKey key) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES256", "RS256", "PS512")
                .setVerificationKey(key.getPublicKey())
                .setExpectedIssuer(true, ISSUER)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setSkipDefaultAudienceValidation()
                .setEvaluationTime(NumericDate.fromSeconds(0))
                .build();
        try {
            return consumer.process(jwt);
        } catch (InvalidJwtException e) {
            throw new AssertionError(jwt, e);
        }
    }

    private static String claims(Answer token) {
        String jwt = jwt(token);
        return new String(
                Base64.getUrlDecoder().decode(jwt.substring(jwt.indexOf('.') + 1, jwt.lastIndexOf('.'))),
                StandardCharsets.UTF_8);
    }

    private static String altered(Answer token, String claims) {
        String jwt = jwt(token);
        return jwt.substring(0, jwt.indexOf('.') + 1) + encoded(claims) + jwt.substring(jwt.lastIndexOf('.'));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(byte[] secret, String claims) {
        JsonWebSignature jws = message("HS256", AT, claims);
        jws.setKey(new HmacKey(secret));
        return compact(jws);
    }

    private static String forged(PublicJsonWebKey key, String algorithm, Map<String, ?> header, String claims) {
        JsonWebSignature jws = message(algorithm, header, claims);
        jws.setKey(key.getPrivateKey());
        return compact(jws);
    }

    private static JsonWebSignature message(String algorithm, Map<String, ?> header, String claims) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        header.forEach((name, value) -> jws.getHeaders().setObjectHeaderValue(name, value));
        jws.setPayload(claims);
        jws.setDoKeyValidation(false);
        return jws;
    }

    private static String compact(JsonWebSignature jws) {
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> publicOf(PublicJsonWebKey key) {
        return key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static PublicJsonWebKey ec(String id) {
        try {
            return named(EcJwkGenerator.generateJwk(EllipticCurves.P256), id);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey rsa(String id) {
        try {
            return named(RsaJwkGenerator.generateJwk(2048), id);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey named(PublicJsonWebKey key, String id) {
        key.setKeyId(id);
        return key;
    }

    private static String set(PublicJsonWebKey... keys) {
        return JsonUtil.toJson(Map.of(
                "keys",
                Arrays.stream(keys)
                        .map(key -> key.toParams(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE))
                        .toList()));
    }
}
