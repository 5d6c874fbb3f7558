package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.jarm.JARMValidator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JWT Secured Authorization Response Mode for OAuth 2.0 (JARM), by section; two other libraries read the responses. */
@ParameterizedClass(name = "{0}")
@EnumSource(Dialect.class)
final class JwtSecuredAuthorizationResponseModeTest {
    private static final String JWKS = keys();
    private static final RSAKey ENCRYPTION = encryptionKey();

    private static Nodes nodes;

    private final Tenant tenant;
    private final OAuthClient client;

    JwtSecuredAuthorizationResponseModeTest(Dialect dialect) {
        tenant = Tenant.create(nodes.owner(0, dialect), OpenIdProvider.settings(JWKS));
        client = client("RS256");
    }

    @BeforeAll
    static void start() {
        nodes = Nodes.start(StoreMode.H2, 1);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    private OAuthClient client(String algorithm, Object... more) {
        OAuthClient made = tenant.client(
                "responseTypes",
                List.of("NONE", "CODE", "TOKEN", "CODE_TOKEN", "ID_TOKEN", "CODE_ID_TOKEN"),
                "authorizationSignAlg",
                algorithm);
        if (more.length > 0) {
            made.change(more);
        }
        return made;
    }

    private void alsoAllResponseTypes() {
        tenant.change(
                "supportedResponseTypes", List.of("NONE", "CODE", "TOKEN", "CODE_TOKEN", "ID_TOKEN", "CODE_ID_TOKEN"));
    }

    /** The one parameter of a response. */
    private static String response(Map<String, String> parameters) {
        assertThat(parameters).containsOnlyKeys("response");
        return parameters.get("response");
    }

    private JWTClaimsSet read(String jwt) throws BadJOSEException, JOSEException, java.text.ParseException {
        return validator(client, "RS256").validate(SignedJWT.parse(jwt));
    }

    private JARMValidator validator(OAuthClient of, String algorithm) throws java.text.ParseException {
        Issuer issuer = new Issuer(OpenIdProvider.ISSUER);
        ClientID id = new ClientID(Long.toString(of.id()));
        JWSAlgorithm alg = JWSAlgorithm.parse(algorithm);
        JARMValidator validator = algorithm.startsWith("HS")
                ? new JARMValidator(issuer, id, alg, new Secret(of.secret()))
                : new JARMValidator(issuer, id, alg, JWKSet.parse(published()));
        validator.setMaxClockSkew(1);
        return validator;
    }

    private String published() {
        return tenant.api().get("service/jwks/get").ok().text();
    }

    private String issued(OAuthClient by, Object... parameters) {
        return by.issue(by.ticket(parameters), "anna").location();
    }

    @Nested
    class Section2Dot1TheJwt {
        @Test
        void holdsTheResponseAndWhoAnswersWhomUntilWhen() throws Exception {
            long before = Instant.now().getEpochSecond();
            String back = issued(client, "response_type", "code", "state", "s&t", "response_mode", "jwt");

            JWTClaimsSet claims = read(response(Form.query(back)));

            assertThat(claims.getClaims()).containsOnlyKeys("iss", "aud", "exp", "code", "state");
            assertThat(claims.getIssuer()).isEqualTo(OpenIdProvider.ISSUER);
            assertThat(claims.toJSONObject().get("aud")).isEqualTo(Long.toString(client.id()));
            assertThat(claims.getExpirationTime())
                    .isBetween(
                            Date.from(Instant.ofEpochSecond(before + 600)),
                            Date.from(Instant.now().plusSeconds(601)));
            assertThat(claims.getStringClaim("state")).isEqualTo("s&t");
            client.exchange(claims.getStringClaim("code")).does("OK");
        }

        @Test
        void isGoodAsLongAsTheServiceWants() throws Exception {
            tenant.change("authorizationResponseDuration", 42);
            String back = issued(client, "response_type", "code", "response_mode", "jwt");
            assertThat(read(response(Form.query(back))).getExpirationTime())
                    .isBefore(Date.from(Instant.now().plusSeconds(44)));
        }

        @Test
        void namesTheClientAsItsRequestDid() throws Exception {
            client.change("clientIdAlias", "app-" + client.id(), "clientIdAliasEnabled", true);
            String parameters = Form.of(
                    "client_id",
                    "app-" + client.id(),
                    "redirect_uri",
                    OAuthClient.REDIRECT_URI,
                    "response_type",
                    "code",
                    "response_mode",
                    "jwt");
            Answer asked = tenant.api()
                    .post("auth/authorization", "parameters", parameters)
                    .does("INTERACTION");
            String back = client.issue(asked.text("ticket"), "anna").location();
            String jwt = response(Form.query(back));
            assertThat(SignedJWT.parse(jwt).getJWTClaimsSet().getAudience()).containsExactly("app-" + client.id());
        }

        @Test
        void isNotWhatThePropertiesOfATokenSay() throws Exception {
            alsoAllResponseTypes();
            List<Object> properties = List.of(
                    Json.map("key", "aud", "value", "other", "hidden", false),
                    Json.map("key", "exp", "value", "1", "hidden", false),
                    Json.map("key", "iss", "value", "other", "hidden", false),
                    Json.map("key", "mine", "value", "x", "hidden", false));
            String ticket = client.ticket("response_type", "token", "response_mode", "jwt", "scope", "read");
            Answer issued = client.api()
                    .post("auth/authorization/issue", "ticket", ticket, "subject", "anna", "properties", properties);

            JWTClaimsSet claims = read(response(Form.fragment(issued.location())));

            assertThat(claims.getStringClaim("mine")).isEqualTo("x");
            assertThat(claims.getStringClaim("access_token")).isEqualTo(issued.text("accessToken"));
            assertThat(claims.getStringClaim("expires_in")).isEqualTo("86400");
            assertThat(claims.getStringClaim("scope")).isEqualTo("read");
        }

        @Test
        void holdsNoMoreThanTheStateWhereNothingIsIssued() throws Exception {
            alsoAllResponseTypes();
            String ticket = client.ticket("response_type", "none", "response_mode", "jwt", "state", "s");
            String back = client.issue(ticket, "anna").location();
            assertThat(read(response(Form.query(back))).getClaims()).containsOnlyKeys("iss", "aud", "exp", "state");
        }
    }

    @Nested
    class Section2Dot1Errors {
        @ParameterizedTest
        @CsvSource({
            "response_type=code&scope=%22, invalid_scope",
            "response_type=code&prompt=none+login, invalid_request",
            "response_type=code&code_challenge=short, invalid_request",
            "response_type=code&dpop_jkt=x, invalid_request",
            "response_type=token, unsupported_response_type",
            "response_type=nonsense, unsupported_response_type"
        })
        void areJwtsOnceTheClientIsKnown(String parameters, String error) throws Exception {
            String usual = Form.of(
                    "client_id",
                    client.id(),
                    "redirect_uri",
                    OAuthClient.REDIRECT_URI,
                    "response_mode",
                    "query.jwt",
                    "state",
                    "s");
            tenant.change("supportedResponseTypes", List.of("CODE"));
            Answer refused = tenant.api().post("auth/authorization", "parameters", usual + "&" + parameters);

            String back = refused.location();
            JWTClaimsSet claims = read(response(back.contains("#") ? Form.fragment(back) : Form.query(back)));

            assertThat(claims.getStringClaim("error")).isEqualTo(error);
            assertThat(claims.getStringClaim("state")).isEqualTo("s");
            assertThat(claims.getStringClaim("error_description")).isNotEmpty();
        }

        @Test
        void areJwtsWhenTheUserSaysNo() throws Exception {
            String ticket = client.ticket("response_type", "code", "response_mode", "jwt", "state", "s");
            Answer failed = client.api().post("auth/authorization/fail", "ticket", ticket, "reason", "DENIED");
            JWTClaimsSet claims = read(response(Form.query(failed.location())));
            assertThat(claims.getStringClaim("error")).isEqualTo("access_denied");
            assertThat(claims.getStringClaim("state")).isEqualTo("s");
        }

        @Test
        void areJwtsInTheFragmentAndInAForm() throws Exception {
            String inFragment = client.request("response_type", "code", "response_mode", "fragment.jwt", "scope", "\"")
                    .location();
            assertThat(read(response(Form.fragment(inFragment))).getStringClaim("error"))
                    .isEqualTo("invalid_scope");
            String page = client.request("response_type", "code", "response_mode", "form_post.jwt", "scope", "\"")
                    .does("FORM")
                    .text("responseContent");
            assertThat(read(inForm(page)).getStringClaim("error")).isEqualTo("invalid_scope");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "response_type=code&response_mode=jwt",
                    "response_type=code&response_mode=jwt&client_id=1",
                    "response_type=code&response_mode=jwt&client_id=1&client_id=2"
                })
        void arePlainWhileNobodyKnowsWhoseTheyAre(String parameters) {
            tenant.api().post("auth/authorization", "parameters", parameters).does("BAD_REQUEST", "invalid_request");
        }

        @Test
        void arePlainWhereNoAddressCanBeTrusted() {
            String parameters = Form.of(
                    "client_id",
                    client.id(),
                    "redirect_uri",
                    "https://attacker.example/",
                    "response_type",
                    "code",
                    "response_mode",
                    "jwt");
            tenant.api()
                    .post("auth/authorization", "parameters", parameters)
                    .does("BAD_REQUEST", "invalid_request")
                    .says("A011304");
        }

        @Test
        void ofAPushedRequestAreJson() {
            client.push("response_type", "code", "response_mode", "jwt", "scope", "\"")
                    .does("BAD_REQUEST", "invalid_scope");
        }
    }

    @Nested
    class Section2Dot3Modes {
        @ParameterizedTest
        @CsvSource({
            "code, jwt, ?",
            "code, query.jwt, ?",
            "code, fragment.jwt, #",
            "token, jwt, #",
            "token, fragment.jwt, #",
            "code token, jwt, #"
        })
        void areThoseOfTheirResponseTypes(String type, String mode, String separator) throws Exception {
            alsoAllResponseTypes();
            String back = issued(client, "response_type", type, "response_mode", mode);
            assertThat(back).startsWith(OAuthClient.REDIRECT_URI + separator + "response=");
            JWTClaimsSet claims = read(back.substring(back.indexOf('=') + 1));
            assertThat(claims.getClaims().containsKey("code")).isEqualTo(type.contains("code"));
            assertThat(claims.getClaims().containsKey("access_token")).isEqualTo(type.contains("token"));
        }

        @Test
        void mayBeAForm() throws Exception {
            String ticket = client.ticket("response_type", "code", "response_mode", "form_post.jwt", "state", "s");
            String page = client.issue(ticket, "anna").does("FORM").text("responseContent");
            assertThat(page).doesNotContain("name=\"state\"").doesNotContain("name=\"iss\"");
            assertThat(read(inForm(page)).getStringClaim("code")).isNotEmpty();
        }

        /** Section 2.3.1: what is in a query is logged. */
        @Test
        void putNoTokenInAQueryThatAnybodyCanRead() throws Exception {
            alsoAllResponseTypes();
            String back = client.request("response_type", "token", "response_mode", "query.jwt")
                    .says("A009310")
                    .location();
            assertThat(read(response(Form.fragment(back))).getStringClaim("error"))
                    .isEqualTo("invalid_request");
            client.request("response_type", "token", "response_mode", "query").says("A009310");
        }

        @Test
        void putATokenInAQueryThatTheClientAloneCanRead() throws Exception {
            alsoAllResponseTypes();
            encrypted("RSA_OAEP_256", "A256GCM");
            String ticket = client.ticket("response_type", "token", "response_mode", "query.jwt");
            String back = client.issue(ticket, "anna").location();
            assertThat(read(decrypted(response(Form.query(back)))).getStringClaim("access_token"))
                    .isNotEmpty();

            String another = client.ticket("response_type", "token", "response_mode", "query.jwt");
            client.change("authorizationEncryptionAlg", null);
            client.issue(another, "anna")
                    .does("INTERNAL_SERVER_ERROR", "server_error")
                    .says("A040210");
        }

        @Test
        void areThoseThatTheClientTakes() {
            client.change("responseModes", List.of("JWT"));
            client.request("response_type", "code", "response_mode", "jwt").does("INTERACTION");
            client.request("response_type", "code", "response_mode", "query.jwt")
                    .does("INTERACTION");
            client.request("response_type", "code", "response_mode", "fragment.jwt")
                    .says("A009319");
            client.request("response_type", "code").says("A009319");
            client.change("responseModes", List.of("FORM_POST_JWT", "QUERY"));
            client.request("response_type", "code", "response_mode", "form_post.jwt")
                    .does("INTERACTION");
            client.request("response_type", "code", "response_mode", "jwt").says("A009319");
        }

        @ParameterizedTest
        @ValueSource(strings = {"JWT", "query_jwt", "query.jwt ", "form_post.JWT", "jwt.query"})
        void haveTheirNames(String mode) {
            client.request("response_type", "code", "response_mode", mode).says("A009310");
        }
    }

    @Nested
    class Section3Signatures {
        @ParameterizedTest
        @ValueSource(strings = {"RS256", "RS512", "PS256", "ES256", "ES384", "EdDSA", "HS256", "HS512"})
        void areReadByTwoOtherLibraries(String algorithm) throws Exception {
            OAuthClient its = client(algorithm);
            String jwt = response(Form.query(issued(its, "response_type", "code", "response_mode", "jwt")));
            if (!algorithm.equals("EdDSA")) {
                assertThat(validator(its, algorithm)
                                .validate(SignedJWT.parse(jwt))
                                .getStringClaim("code"))
                        .isNotEmpty();
            }
            JwtConsumerBuilder consumer = new JwtConsumerBuilder()
                    .setExpectedIssuer(true, OpenIdProvider.ISSUER)
                    .setExpectedAudience(true, Long.toString(its.id()))
                    .setRequireExpirationTime()
                    .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm);
            JwtClaims claims = (algorithm.startsWith("HS")
                            ? consumer.setVerificationKey(
                                    new HmacKey(its.secret().getBytes(StandardCharsets.UTF_8)))
                            : consumer.setVerificationKeyResolver(
                                    new JwksVerificationKeyResolver(new JsonWebKeySet(published()).getJsonWebKeys())))
                    .build()
                    .processToClaims(jwt);
            assertThat(claims.getStringClaimValue("code")).isNotEmpty();
        }

        @Test
        void areOfNoUseToAnotherClientOrByOtherKeys() throws Exception {
            OAuthClient other = client("RS256");
            String jwt = response(Form.query(issued(client, "response_type", "code", "response_mode", "jwt")));
            assertThatThrownBy(() -> validator(other, "RS256").validate(SignedJWT.parse(jwt)))
                    .isInstanceOf(BadJOSEException.class);
            assertThatThrownBy(() -> validator(client, "PS256").validate(SignedJWT.parse(jwt)))
                    .isInstanceOf(BadJOSEException.class);
            tenant.change("jwks", keys());
            assertThatThrownBy(() -> read(jwt)).isInstanceOf(BadJOSEException.class);
        }

        @Test
        void areByTheKeyThatTheServicePicks() throws Exception {
            String both = new JWKSet(List.of(
                            new RSAKeyGenerator(2_048).keyID("first").generate(),
                            new RSAKeyGenerator(2_048).keyID("second").generate()))
                    .toString(false);
            tenant.change("jwks", both, "authorizationSignatureKeyId", "second");
            String jwt = response(Form.query(issued(client, "response_type", "code", "response_mode", "jwt")));
            assertThat(SignedJWT.parse(jwt).getHeader().getKeyID()).isEqualTo("second");
            read(jwt);
        }

        /** There is no default: the error goes back plain, for it cannot be signed either. */
        @Test
        void areWantedByWhoeverAsksForAJwt() {
            for (Object none : new Object[] {null, "NONE"}) {
                client.change("authorizationSignAlg", none);
                Answer refused = client.request(
                                "response_type", "code", "response_mode", "jwt", "state", "s", "scope", "\"")
                        .says("A012305");
                assertThat(Form.query(refused.location()))
                        .containsEntry("error", "invalid_request")
                        .containsEntry("state", "s")
                        .containsEntry("iss", OpenIdProvider.ISSUER);
                client.push("response_type", "code", "response_mode", "jwt")
                        .does("BAD_REQUEST", "invalid_request")
                        .says("A012305");
            }
            client.request("response_type", "code").does("INTERACTION");
        }

        @Test
        void areMissedBeforeAnybodyIsAsked() {
            tenant.change("jwks", null);
            client.request("response_type", "code", "response_mode", "jwt")
                    .does("INTERNAL_SERVER_ERROR", "server_error")
                    .says("A012306");
            client.request("response_type", "code", "response_mode", "jwt", "scope", "\"")
                    .does("INTERNAL_SERVER_ERROR", "server_error");
            client.push("response_type", "code", "response_mode", "jwt")
                    .does("INTERNAL_SERVER_ERROR", "server_error")
                    .says("A012306");
        }

        @Test
        void areMissedBeforeATicketIsUsed() throws Exception {
            String yes = client.ticket("response_type", "code", "response_mode", "jwt");
            String no = client.ticket("response_type", "code", "response_mode", "jwt");
            tenant.change("jwks", null);
            client.issue(yes, "anna")
                    .does("INTERNAL_SERVER_ERROR", "server_error")
                    .says("A040210");
            client.api()
                    .post("auth/authorization/fail", "ticket", no, "reason", "DENIED")
                    .does("INTERNAL_SERVER_ERROR", "server_error")
                    .says("A040210");

            tenant.change("jwks", JWKS);
            assertThat(read(response(Form.query(client.issue(yes, "anna").location())))
                            .getStringClaim("code"))
                    .isNotEmpty();
            assertThat(client.api()
                            .post("auth/authorization/fail", "ticket", no, "reason", "DENIED")
                            .location())
                    .contains("response=");
        }

        @Test
        void ofAnAlgorithmThatIsNotOfferedAreRefusedByName() {
            client.change("authorizationSignAlg", "ES256K");
            Answer refused = client.request("response_type", "code", "response_mode", "jwt")
                    .does("INTERNAL_SERVER_ERROR", "server_error");
            assertThat(refused.text("resultMessage")).contains("ES256K");
        }
    }

    @Nested
    class Section3Encryption {
        @Test
        void hidesASignedJwt() throws Exception {
            encrypted("RSA_OAEP_256", "A256GCM");
            String back = issued(client, "response_type", "code", "response_mode", "jwt");
            String jwe = response(Form.query(back));
            assertThat(JWEObject.parse(jwe).getHeader().getContentType()).isEqualTo("JWT");
            assertThat(read(decrypted(jwe)).getStringClaim("code")).isNotEmpty();
        }

        @Test
        void hidesErrorsToo() throws Exception {
            encrypted("RSA_OAEP_256", null);
            String back = client.request("response_type", "code", "response_mode", "jwt", "scope", "\"")
                    .location();
            assertThat(read(decrypted(response(Form.query(back)))).getStringClaim("error"))
                    .isEqualTo("invalid_scope");
        }

        @Test
        void isMissedBeforeAnybodyIsAsked() {
            client.change("authorizationEncryptionAlg", "RSA_OAEP_256");
            Answer refused = client.request("response_type", "code", "response_mode", "jwt")
                    .does("INTERNAL_SERVER_ERROR", "server_error")
                    .says("A012306");
            assertThat(refused.text("resultMessage")).contains("jwks");
            client.request("response_type", "code").does("INTERACTION");
        }
    }

    @Nested
    class Section4Metadata {
        @Test
        void saysWhatThereIs() {
            JsonObject metadata = tenant.api().get("service/configuration").ok().json();
            assertThat(texts(metadata, "response_modes_supported"))
                    .containsExactly(
                            "query", "fragment", "form_post", "query.jwt", "fragment.jwt", "form_post.jwt", "jwt");
            assertThat(texts(metadata, "authorization_signing_alg_values_supported"))
                    .contains("RS256", "PS256", "ES256", "EdDSA")
                    .doesNotContain("none");
            assertThat(texts(metadata, "authorization_encryption_alg_values_supported"))
                    .contains("RSA-OAEP-256");
            assertThat(texts(metadata, "authorization_encryption_enc_values_supported"))
                    .contains("A256GCM");
        }

        @Test
        void namesNoAlgorithmWithoutItsKey() {
            tenant.change("jwks", null);
            JsonObject metadata = tenant.api().get("service/configuration").ok().json();
            assertThat(texts(metadata, "authorization_signing_alg_values_supported"))
                    .containsExactly("HS256", "HS384", "HS512");
        }

        private static List<String> texts(JsonObject metadata, String member) {
            List<String> texts = new ArrayList<>();
            metadata.getAsJsonArray(member).forEach(element -> texts.add(element.getAsString()));
            return texts;
        }
    }

    private void encrypted(String algorithm, String content) {
        client.change(
                "authorizationEncryptionAlg",
                algorithm,
                "authorizationEncryptionEnc",
                content,
                "jwks",
                new JWKSet(ENCRYPTION.toPublicJWK()).toString());
    }

    private static String decrypted(String jwe) throws Exception {
        JWEObject encrypted = JWEObject.parse(jwe);
        encrypted.decrypt(new RSADecrypter(ENCRYPTION));
        return encrypted.getPayload().toString();
    }

    private static String inForm(String page) {
        String before = "name=\"response\" value=\"";
        int from = page.indexOf(before) + before.length();
        return page.substring(from, page.indexOf('"', from));
    }

    private static RSAKey encryptionKey() {
        try {
            return new RSAKeyGenerator(2_048)
                    .keyID("enc")
                    .keyUse(KeyUse.ENCRYPTION)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keys() {
        try {
            PublicJsonWebKey ed25519 = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            ed25519.setKeyId("ed25519");
            return new JWKSet(List.of(
                            new RSAKeyGenerator(2_048).keyID("rsa").generate(),
                            new ECKeyGenerator(Curve.P_256).keyID("p256").generate(),
                            new ECKeyGenerator(Curve.P_384).keyID("p384").generate(),
                            JWK.parse(ed25519.toJson(org.jose4j.jwk.JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE))))
                    .toString(false);
        } catch (JOSEException | JoseException | java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
