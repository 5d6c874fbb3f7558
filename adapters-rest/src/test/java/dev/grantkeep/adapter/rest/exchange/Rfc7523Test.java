package dev.grantkeep.adapter.rest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.service.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that authenticate by a JWT (RFC 7521 section 4.2, RFC 7523 sections 2.2 and 3). */
class Rfc7523Test {
    private static final RestServer SERVER = RestServer.shared();
    private static final String ISSUER = "https://as.example.com";
    private static final String TOKEN = ISSUER + "/token";
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final ECKey KEY = key("ec");
    private static final ECKey STRANGE = key("ec");
    private static final int SKEW = 10;

    private final Service service = SERVER.given(aService().build());
    private final Client client = SERVER.given(withKey().build());
    private final Client secretive = SERVER.given(Clients.aClient()
            .of(service)
            .withAuthMethod(ClientAuthMethod.CLIENT_SECRET_JWT)
            .build());

    private static Services aService() {
        return Services.aService()
                .with("tokenEndpoint", TOKEN)
                .with("revocationEndpoint", ISSUER + "/revoke")
                .with("pushedAuthReqEndpoint", ISSUER + "/par")
                .with("allowableClockSkew", (long) SKEW)
                .with("supportedTokenAuthMethods", List.of(ClientAuthMethod.values()));
    }

    private Clients withKey() {
        return Clients.aClient()
                .of(service)
                .withAuthMethod(ClientAuthMethod.PRIVATE_KEY_JWT)
                .with("jwks", set(KEY));
    }

    @Nested
    class Section2Dot2 {
        @Test
        void theClientIsWhoTheAssertionIsAbout() {
            Answer answer = token(signed(claims(client)));
            assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
            assertThat(answer.member("clientId")).isEqualTo(client.id().toString());
            assertThat(answer.member("clientAuthMethod")).isEqualTo("PRIVATE_KEY_JWT");
        }

        @Test
        void aSecretSignsAsWell() {
            Answer answer = token(signed(claims(secretive), JWSAlgorithm.HS256, secretOf(secretive)));
            assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
            assertThat(answer.member("clientAuthMethod")).isEqualTo("CLIENT_SECRET_JWT");
        }

        @Test
        void anAliasNamesTheClientToo() {
            Client named = SERVER.given(withKey().withAlias("my-app").build());
            Answer answer = token(signed(with(claims(named), "iss", "my-app", "sub", "my-app")));
            assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
            assertThat(answer.member("clientIdAliasUsed")).isEqualTo("true");
            refuses(signed(with(claims(named), "sub", "my-app")), "`iss`, `sub`");
        }

        @Test
        void theRevocationEndpointTakesIt() {
            Answer answer = revoke(signed(claims(client)));
            assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
            Answer refused = revoke(signed(claims(client), STRANGE));
            assertThat(refused.member("action")).isEqualTo("INVALID_CLIENT");
            assertThat(refused.code()).isEqualTo("A157303");
            assertThat(refused.message()).contains("has a wrong signature");
        }

        @Test
        void theClientsIdBesideItMustBeTheSame() {
            assertThat(token(signed(claims(client)) + "&client_id=" + client.id())
                            .member("action"))
                    .isEqualTo("OK");
            Client other = SERVER.given(withKey().build());
            refuses(signed(claims(client)) + "&client_id=" + other.id(), "`iss`, `sub`");
        }

        @ParameterizedTest
        @ValueSource(strings = {"urn:ietf:params:oauth:client-assertion-type:saml2-bearer", "jwt-bearer", ""})
        void theTypeMustBeThatOfJwts(String type) {
            Answer answer = call("client_assertion=" + signed(claims(client)) + "&client_assertion_type=" + type);
            assertThat(answer.member("action")).isEqualTo("INVALID_CLIENT");
            assertThat(answer.message()).contains("[A157303]", "client_assertion_type");
        }

        @Test
        void aTypeAloneIsNoAssertion() {
            Answer answer = call("client_assertion_type=" + encoded(TYPE) + "&client_id=" + client.id());
            assertThat(answer.message()).contains("[A157303]", "assertion is missing");
        }

        @Test
        void thereMustBeOneAssertion() {
            String two = signed(claims(client)) + "&client_assertion=" + signed(claims(client));
            assertThat(token(two).code()).isEqualTo("A047301");
            assertThat(revoke(two).code()).isEqualTo("A047301");
        }

        @Test
        void thereMustBeNoOtherAuthentication() {
            String parameters = "grant_type=client_credentials&" + parameters(signed(claims(client)));
            for (Object[] header : new Object[][] {
                {"clientId", client.id(), "clientSecret", client.secret().value()}, {"clientId", client.id()}
            }) {
                Object[] fields = Stream.concat(Stream.of("parameters", parameters), Arrays.stream(header))
                        .toArray();
                assertThat(caller().post("/auth/token", Fields.of(fields)).code())
                        .isEqualTo("A157304");
            }
            assertThat(at(
                                    service,
                                    parameters(signed(claims(client))) + "&client_secret="
                                            + client.secret().value())
                            .code())
                    .isEqualTo("A157304");
        }

        @ParameterizedTest
        @ValueSource(strings = {"CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST", "NONE"})
        void aClientOfAnotherMethodIsNotAuthenticatedByIt(String method) {
            Client other = SERVER.given(withKey()
                    .with("clientType", method.equals("NONE") ? "PUBLIC" : "CONFIDENTIAL")
                    .with("tokenAuthMethod", method)
                    .build());
            assertThat(token(signed(claims(other))).code()).isEqualTo("A157357");
            assertThat(token(signed(claims(other), JWSAlgorithm.HS256, secretOf(other)))
                            .code())
                    .isEqualTo("A157357");
        }

        @Test
        void aClientOfThisMethodIsNotAuthenticatedByItsSecret() {
            Answer answer = caller().post(
                            "/auth/token",
                            Fields.of(
                                    "parameters",
                                    "grant_type=client_credentials",
                                    "clientId",
                                    secretive.id(),
                                    "clientSecret",
                                    secretive.secret().value()));
            assertThat(answer.code()).isEqualTo("A157357");
        }

        @Test
        void aServiceMayNotSupportTheMethod() {
            Service strict = SERVER.given(aService()
                    .with("supportedTokenAuthMethods", List.of("CLIENT_SECRET_BASIC", "CLIENT_SECRET_JWT"))
                    .build());
            Client its = SERVER.given(withKey().of(strict).build());
            Answer answer = at(strict, parameters(signed(claims(its))));
            assertThat(answer.code()).isEqualTo("A157305");
        }

        @Test
        void aLockedClientIsTold() {
            Client locked = SERVER.given(withKey().thatIsLocked().build());
            Answer answer = token(signed(claims(locked)));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("A001215");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "a.b.c", "..", "e30.e30.", "eyJhbGciOiJFUzI1NiJ9.e30.AAAA"})
        void whatIsNoJwtOrNamesNobodyIsOfNobody(String text) {
            assertThat(token(text).code()).isEqualTo("A157301");
            refuses(text + "&client_id=" + client.id(), "Its assertion ");
        }

        @Test
        void anUnknownClientHasNoAssertions() {
            assertThat(token(signed(with(claims(client), "iss", "9", "sub", "9")))
                            .code())
                    .isEqualTo("A157302");
        }
    }

    @Nested
    class Section3 {
        @ParameterizedTest
        @ValueSource(strings = {"iss", "sub"})
        void issuerAndSubjectMustBeTheClient(String claim) {
            String id = client.id().toString();
            refuses(signed(with(claims(client), claim, "another")) + "&client_id=" + id, "`iss`, `sub`");
            refuses(signed(with(claims(client), claim, null)) + "&client_id=" + id, "`iss`, `sub`");
            refuses(signed(with(claims(client), claim, List.of(id))) + "&client_id=" + id, "`iss`, `sub`");
        }

        @ParameterizedTest
        @ValueSource(strings = {ISSUER, TOKEN, ISSUER + "/revoke", ISSUER + "/par"})
        void theAudienceIsTheService(String audience) {
            assertThat(token(signed(with(claims(client), "aud", audience))).member("action"))
                    .isEqualTo("OK");
            assertThat(token(signed(with(claims(client), "aud", List.of("other", audience))))
                            .member("action"))
                    .isEqualTo("OK");
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://evil.example", ISSUER + "/", TOKEN + "/", "HTTPS://as.example.com", ""})
        void anotherAudienceIsRefused(String audience) {
            refuses(signed(with(claims(client), "aud", audience)), "`aud`");
            refuses(signed(with(claims(client), "aud", List.of(audience))), "`aud`");
        }

        @Test
        void anAudienceIsRequired() {
            refuses(signed(with(claims(client), "aud", null)), "`aud`");
            refuses(signed(with(claims(client), "aud", List.of())), "`aud`");
            refuses(signed(with(claims(client), "aud", Map.of("x", ISSUER))), "`aud`");
        }

        @Test
        void aServiceMayRestrictTheAudienceToItsIssuer() {
            Service strict = SERVER.given(aService()
                    .with("clientAssertionAudRestrictedToIssuer", true)
                    .build());
            Client its = SERVER.given(withKey().of(strict).build());
            assertThat(at(strict, parameters(signed(with(claims(its), "aud", ISSUER))))
                            .member("action"))
                    .isEqualTo("OK");
            for (Object other : List.of(TOKEN, List.of(ISSUER), ISSUER + "/")) {
                assertThat(at(strict, parameters(signed(with(claims(its), "aud", other))))
                                .message())
                        .contains("[A157303]", "`aud`");
            }
        }

        @Test
        void aServiceWithoutAnIssuerIsNoAudience() {
            Service nameless = SERVER.given(aService()
                    .withIssuer(null)
                    .with("clientAssertionAudRestrictedToIssuer", true)
                    .build());
            Client its = SERVER.given(withKey().of(nameless).build());
            assertThat(at(nameless, parameters(signed(with(claims(its), "aud", null))))
                            .message())
                    .contains("`aud`");
        }

        @Test
        void anExpiryIsRequired() {
            refuses(signed(with(claims(client), "exp", null)), "`exp`");
            refuses(signed(with(claims(client), "exp", "2999999999")), "`exp`");
        }

        @ParameterizedTest
        @CsvSource({
            "exp, -9, true",
            "exp, -10, false",
            "exp, 86410, true",
            "exp, 86411, false",
            "nbf, 10, true",
            "nbf, 11, false",
            "iat, 10, true",
            "iat, 11, false"
        })
        void allTimesAreSeenWithTheSkewOfTheService(String claim, int secondsFromNow, boolean accepted) {
            Answer answer = token(signed(with(claims(client), claim, now() + secondsFromNow)));
            assertThat(answer.member("action")).as(answer.body()).isEqualTo(accepted ? "OK" : "INVALID_CLIENT");
            if (!accepted) {
                assertThat(answer.message()).contains("[A157303]", "`" + claim + "`");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"nbf", "iat"})
        void aTimeIsANumber(String claim) {
            assertThat(token(signed(with(claims(client), claim, now() + 0.5))).member("action"))
                    .isEqualTo("OK");
            refuses(signed(with(claims(client), claim, "yesterday")), "`" + claim + "`");
        }

        @Test
        void aHugeTimeIsRefused() {
            refuses(signed(with(claims(client), "exp", 1e300)), "`exp`");
            refuses(signed(with(claims(client), "exp", Long.MAX_VALUE)), "`exp`");
            refuses(signed(with(claims(client), "exp", -1e300)), "`exp`");
        }

        @Test
        void aJtiIsRequired() {
            refuses(signed(with(claims(client), "jti", null)), "`jti`");
            refuses(signed(with(claims(client), "jti", "")), "`jti`");
            refuses(signed(with(claims(client), "jti", 5)), "`jti`");
        }

        @Test
        void anAssertionWorksOnce() {
            String jwt = signed(claims(client));
            assertThat(token(jwt).member("action")).isEqualTo("OK");
            refuses(jwt, "`jti`");
            assertThat(revoke(jwt).message()).contains("[A157303]", "`jti`");
            assertThat(SERVER.v3(service)
                            .post(
                                    "/auth/token",
                                    Fields.of("parameters", "grant_type=client_credentials&" + parameters(jwt)))
                            .message())
                    .contains("`jti`");
        }

        @Test
        void anotherAssertionWithTheJtiIsNoOther() {
            Map<String, Object> claims = claims(client);
            assertThat(token(signed(claims)).member("action")).isEqualTo("OK");
            refuses(signed(with(claims, "exp", now() + 120)), "`jti`");
        }

        @Test
        void aJtiIsItsClientsAndItsServices() {
            Map<String, Object> claims = claims(client);
            String id = (String) claims.get("jti");
            assertThat(token(signed(claims)).member("action")).isEqualTo("OK");
            Client other = SERVER.given(withKey().build());
            assertThat(token(signed(with(claims(other), "jti", id))).member("action"))
                    .isEqualTo("OK");
            Service another = SERVER.given(aService().build());
            Client its = SERVER.given(withKey().of(another).build());
            assertThat(at(another, parameters(signed(with(claims(its), "jti", id))))
                            .member("action"))
                    .isEqualTo("OK");
        }

        @Test
        void aJtiIsUsedUpByWhatIsRightAlone() {
            Map<String, Object> claims = claims(client);
            refuses(signed(claims, STRANGE), "has a wrong signature");
            refuses(signed(with(claims, "aud", "other")), "`aud`");
            assertThat(token(signed(claims)).member("action")).isEqualTo("OK");
        }

        @Test
        void theJtiIsRememberedAsLongAsTheAssertionCounts() {
            String jwt = signed(with(claims(client), "exp", now() + 60));
            assertThat(token(jwt).member("action")).isEqualTo("OK");
            SERVER.clock().advance(Duration.ofSeconds(69));
            SERVER.stores()
                    .reclaimer()
                    .reclaim(Reclaimer.Work.EXPIRED_STEPS, SERVER.clock().now(), 1_000);
            refuses(jwt, "was used before");
            SERVER.clock().advance(Duration.ofSeconds(1));
            refuses(jwt, "has expired");
        }
    }

    /** RFC 7523 section 3 number 9, RFC 7515, RFC 8725. */
    @Nested
    class TheSignature {
        @Test
        void isRequired() {
            String unsecured = new PlainObject(new Payload(JsonText.write(claims(client)))).serialize();
            assertThat(token(unsecured).code()).isEqualTo("A157301");
            refuses(unsecured + "&client_id=" + client.id(), "is not signed");
        }

        @Test
        void isByTheClientsKey() {
            refuses(signed(claims(client), STRANGE), "has a wrong signature");
            refuses(signed(claims(client), key("unknown")), "a key that is not known");
        }

        @Test
        void isNotByAnotherClientsSecret() {
            refuses(
                    signed(
                            claims(secretive),
                            JWSAlgorithm.HS256,
                            new MacKey(Unique.secret().value())),
                    "has a wrong signature");
        }

        @Test
        void isOfNoAlgorithmOfTheOtherMethod() {
            refuses(signed(claims(client), JWSAlgorithm.HS256, secretOf(client)), "has another algorithm");
            refuses(signed(claims(secretive)), "has another algorithm");
        }

        @Test
        void isNotMadeWithAPublicKeyAsASecret() {
            for (String known : List.of(set(KEY), KEY.toPublicJWK().toJSONString(), KEY.getX() + "." + KEY.getY())) {
                refuses(signed(claims(client), JWSAlgorithm.HS256, new MacKey(known)), "has another algorithm");
            }
        }

        @Test
        void isOfTheRegisteredAlgorithm() {
            Client registered =
                    SERVER.given(withKey().with("tokenAuthSignAlg", "ES384").build());
            refuses(signed(claims(registered)), "has another algorithm");
            Client fitting =
                    SERVER.given(withKey().with("tokenAuthSignAlg", "ES256").build());
            assertThat(token(signed(claims(fitting))).member("action")).isEqualTo("OK");
        }

        @ParameterizedTest
        @ValueSource(strings = {"NONE", "HS256", "ES256K"})
        void isOfNoneIfTheRegisteredAlgorithmIsNotForTheMethod(String algorithm) {
            Client odd =
                    SERVER.given(withKey().with("tokenAuthSignAlg", algorithm).build());
            Answer answer = token(signed(claims(odd)));
            assertThat(answer.member("action")).isEqualTo("INVALID_CLIENT");
            assertThat(answer.message()).contains("[A157307]", "tokenAuthSignAlg");
        }

        @Test
        void isNotByAKeyInItsHeader() {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID("ec")
                    .jwk(STRANGE.toPublicJWK())
                    .build();
            refuses(signed(claims(client), header, STRANGE), "has a wrong signature");
        }

        @ParameterizedTest
        @ValueSource(strings = {"exp", "b64"})
        void hasNoExtensionThatIsNotKnown(String extension) {
            String jwt = signed(
                    claims(client), "{\"alg\":\"ES256\",\"crit\":[\"" + extension + "\"],\"" + extension + "\":true}");
            assertThat(token(jwt).code()).isEqualTo("A157301");
            refuses(jwt + "&client_id=" + client.id(), "demands extensions");
        }

        @Test
        void coversTheClaims() {
            String[] right = signed(claims(client)).split("\\.");
            String[] other = signed(claims(client)).split("\\.");
            refuses(right[0] + "." + other[1] + "." + right[2], "has a wrong signature");
        }
    }

    @Nested
    class TheKeysOfAClient {
        private final String address = "https://client.example/" + Unique.hash().value();
        private final InMemoryRemoteDocuments documents = SERVER.bean(InMemoryRemoteDocuments.class);
        private final Client remote = SERVER.given(
                withKey().with("jwks", null).with("jwksUri", address).build());

        @Test
        void areFetched() {
            documents.publish(address, set(KEY));
            assertThat(token(signed(claims(remote))).member("action")).isEqualTo("OK");
            assertThat(token(signed(claims(remote))).member("action")).isEqualTo("OK");
            assertThat(documents.fetches(new DocumentAddress(address))).isEqualTo(1);
        }

        @Test
        void areNotFetchedIfTheyAreRegistered() {
            documents.publish(address, set(STRANGE));
            Client both = SERVER.given(withKey().with("jwksUri", address).build());
            assertThat(token(signed(claims(both))).member("action")).isEqualTo("OK");
            refuses(signed(claims(both), STRANGE), "has a wrong signature");
            assertThat(documents.fetches(new DocumentAddress(address))).isZero();
        }

        @Test
        void areFetchedAgainIfOneIsMissingOrOtherThanItWas() {
            documents.publish(address, set(KEY));
            assertThat(token(signed(claims(remote))).member("action")).isEqualTo("OK");
            ECKey next = key("next");
            documents.publish(address, set(next));
            assertThat(token(signed(claims(remote), next)).member("action")).isEqualTo("OK");
            SERVER.clock().advance(Duration.ofSeconds(61));
            ECKey sameName = key("next");
            documents.publish(address, set(sameName));
            assertThat(token(signed(claims(remote), sameName)).member("action")).isEqualTo("OK");
            refuses(signed(claims(remote), next), "has a wrong signature");
        }

        @Test
        void areFetchedAgainOnceAMinuteWhateverComes() {
            documents.publish(address, set(KEY));
            for (int i = 0; i < 5; i++) {
                refuses(signed(claims(remote), key("made-up-" + i)), "a key that is not known");
            }
            assertThat(documents.fetches(new DocumentAddress(address))).isEqualTo(2);
            assertThat(token(signed(claims(remote))).member("action")).isEqualTo("OK");
        }

        @Test
        void mayNotBeHad() {
            documents.fail(new DocumentAddress(address), Unreachable.Reason.TOO_SLOW);
            cannotBeVerified(remote, address, "its server takes too long");
            Client nowhere = SERVER.given(withKey().with("jwks", null).build());
            cannotBeVerified(nowhere, "`jwks`", "`jwksUri`");
            Client odd = SERVER.given(
                    withKey().with("jwks", null).with("jwksUri", "ftp://x/").build());
            cannotBeVerified(odd, "`jwksUri`");
        }

        @Test
        void mayBeNone() {
            documents.publish(address, "<html>");
            cannotBeVerified(remote, address, "must be a JWK Set");
        }

        private void cannotBeVerified(Client of, String... words) {
            Answer answer = token(signed(claims(of)));
            assertThat(answer.member("action")).isEqualTo("INVALID_CLIENT");
            assertThat(answer.message()).contains("[A157307]").contains(words);
        }
    }

    private void refuses(String assertion, String reason) {
        Answer answer = token(assertion);
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("INVALID_CLIENT");
        assertThat(answer.message()).contains("[A157303]", reason);
        assertThat(answer.member("responseContent")).contains("\"error\":\"invalid_client\"");
        assertThat(answer.member("accessToken")).isNull();
    }

    private Answer token(String assertion) {
        return call(parameters(assertion));
    }

    private Answer revoke(String assertion) {
        return caller().post("/auth/revocation", Fields.of("parameters", "token=none&" + parameters(assertion)));
    }

    private static String parameters(String assertion) {
        return "client_assertion_type=" + encoded(TYPE) + "&client_assertion=" + assertion;
    }

    private Answer call(String parameters) {
        return at(service, parameters);
    }

    private static Answer at(Service where, String parameters) {
        return SERVER.v2(where)
                .post("/auth/token", Fields.of("parameters", "grant_type=client_credentials&" + parameters));
    }

    private RestServer.Caller caller() {
        return SERVER.v2(service);
    }

    private static Map<String, Object> claims(Client of) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", of.id().toString());
        claims.put("sub", of.id().toString());
        claims.put("aud", ISSUER);
        claims.put("exp", now() + 60);
        claims.put("iat", now());
        claims.put("jti", Unique.hash().value());
        return claims;
    }

    private static long now() {
        return SERVER.clock().now().getEpochSecond();
    }

    /** The same with other claims; null takes one away. */
    private static Map<String, Object> with(Map<String, Object> claims, Object... namesAndValues) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        changed.values().removeIf(value -> value == null);
        return changed;
    }

    private static String signed(Map<String, Object> claims) {
        return signed(claims, KEY);
    }

    private static String signed(Map<String, Object> claims, ECKey key) {
        return signed(
                claims,
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                key);
    }

    private static String signed(Map<String, Object> claims, JWSHeader header, ECKey key) {
        try {
            return signed(claims, header, new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a header that the library does not make. */
    private static String signed(Map<String, Object> claims, String header) {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(JsonText.write(claims));
        try {
            return input + "."
                    + new ECDSASigner(KEY)
                            .sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(Map<String, Object> claims, JWSAlgorithm algorithm, MacKey key) {
        try {
            return signed(claims, new JWSHeader(algorithm), new MACSigner(key.text()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(Map<String, Object> claims, JWSHeader header, JWSSigner signer) throws JOSEException {
        JWSObject jwt = new JWSObject(header, new Payload(JsonText.write(claims)));
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static MacKey secretOf(Client of) {
        return new MacKey(of.secret().value());
    }

    private static String set(ECKey key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A secret with which HS256 signs. */
    private record MacKey(String text) {}
}
