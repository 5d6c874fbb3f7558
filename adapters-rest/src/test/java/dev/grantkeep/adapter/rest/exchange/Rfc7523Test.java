package dev.grantkeep.adapter.rest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that authenticate by a JWT (RFC 7521 section 4.2, RFC 7523 sections 2.2 and 3). */
final class Rfc7523Test extends SignedAssertions {
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
        void aNameAloneIsNoAuthentication() {
            Answer answer = call("client_id=" + client.id());
            assertThat(answer.member("action")).as(answer.body()).isEqualTo("INVALID_CLIENT");
            assertThat(answer.member("responseContent")).contains("\"error\":\"invalid_client\"");
            assertThat(answer.member("accessToken")).isNull();
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
}
