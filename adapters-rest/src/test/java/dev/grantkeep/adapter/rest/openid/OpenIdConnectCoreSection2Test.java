package dev.grantkeep.adapter.rest.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core section 2: what an ID token holds, and section 10.1: by which key it is signed. */
class OpenIdConnectCoreSection2Test {
    private static final RestServer SERVER = RestServer.shared();
    private static final String EVERY_PROTOCOL_CLAIM = "{\"iss\":\"evil\",\"sub\":\"evil\",\"aud\":\"evil\",\"exp\":1,"
            + "\"iat\":1,\"nonce\":\"evil\",\"auth_time\":1,\"acr\":\"evil\",\"at_hash\":\"evil\",\"c_hash\":\"evil\","
            + "\"s_hash\":\"evil\",\"email\":\"a@example.com\"}";

    private final OpenIdProvider provider = new OpenIdProvider(SERVER, OpenIdProvider.aService());
    private final Client client = provider.client();

    @Test
    void theRequiredClaimsAreThere() {
        Members claims = provider.verified(provider.request(client).tokens().member("idToken"));
        long now = SERVER.clock().now().getEpochSecond();
        assertThat(claims.text("iss")).isEqualTo(OpenIdProvider.ISSUER);
        assertThat(claims.text("sub")).isEqualTo("user1");
        assertThat(claims.texts("aud")).containsExactly(client.id().toString());
        assertThat(claims.whole("iat")).isEqualTo(now);
        assertThat(claims.whole("exp")).isEqualTo(now + 86_400);
    }

    @Test
    void whatIsNotKnownIsLeftOutAndNothingIsNull() {
        String jwt = provider.request(client)
                .with("state", null)
                .tokens("claims", "{\"gone\":null,\"nested\":{\"gone\":null}}", "acr", "")
                .member("idToken");
        assertThat(provider.verified(jwt).tree().keySet())
                .containsExactlyInAnyOrder("nested", "iss", "sub", "aud", "exp", "iat", "at_hash");
        assertThat(OpenIdProvider.part(jwt, 0) + OpenIdProvider.part(jwt, 1)).doesNotContain("null", "gone");
    }

    /** Whoever gives claims of users cannot say those of the protocol. */
    @ParameterizedTest
    @ValueSource(strings = {"code", "id_token", "id_token token", "code id_token", "code id_token token"})
    void noGivenClaimTakesThePlaceOfOneOfTheProtocol(String type) {
        Answer issued = provider.request(client)
                .with("response_type", type)
                .with("nonce", "n-1")
                .allow("claims", EVERY_PROTOCOL_CLAIM, "acr", "gold", "authTime", 1_700_000_000);
        String jwt = type.equals("code")
                ? provider.redeem(client, issued.member("authorizationCode")).member("idToken")
                : issued.member("idToken");
        Members claims = provider.verified(jwt);
        assertThat(claims.text("iss")).isEqualTo(OpenIdProvider.ISSUER);
        assertThat(claims.text("nonce")).isEqualTo("n-1");
        assertThat(claims.text("acr")).isEqualTo("gold");
        assertThat(claims.whole("auth_time")).isEqualTo(1_700_000_000);
        assertThat(claims.text("email")).isEqualTo("a@example.com");
        assertThat(OpenIdProvider.part(jwt, 1))
                .doesNotContain("evil", "\"exp\":1,", "\"exp\":1}", "\"iat\":1,", "\"iat\":1}");
    }

    @Test
    void noRequestCanHaveThoseOfTheProtocolAskedFor() {
        Answer asked = provider.request(client)
                .with("claims", "{\"id_token\":{\"aud\":null,\"exp\":{\"essential\":true},\"email\":null}}")
                .ask();
        assertThat(Json.writeText(asked.json().get("claims"))).isEqualTo("[\"email\"]");
    }

    @ParameterizedTest
    @CsvSource({", , array", "string, , string", "array, , array", "string, array, array", ", string, string"})
    void theAudienceHasTheFormThatIsWantedAndNoOther(String ofService, String ofCall, String form) {
        OpenIdProvider its = new OpenIdProvider(
                SERVER, OpenIdProvider.aService().with("idTokenAudType", ofService == null ? "" : ofService));
        Client of = its.client();
        Object[] decision = ofCall == null ? new Object[0] : new Object[] {"idTokenAudType", ofCall};
        String payload = OpenIdProvider.part(its.request(of).tokens(decision).member("idToken"), 1);
        assertThat(payload)
                .contains(form.equals("array") ? "\"aud\":[\"" + of.id() + "\"]" : "\"aud\":\"" + of.id() + "\"");
    }

    @ParameterizedTest
    @CsvSource({"0, , false", "0, gold, false", "1700000000, , true"})
    void theTimeOfTheLoginIsThereIfItWasTold(long told, String acr, boolean there) {
        Members claims = provider.verified(provider.request(client)
                .tokens("authTime", told, "acr", acr == null ? "" : acr)
                .member("idToken"));
        assertThat(claims.get("auth_time") != null).isEqualTo(there);
        assertThat(claims.text("acr")).isEqualTo(acr);
    }

    @ParameterizedTest
    @EnumSource
    void itIsSignedAsTheClientIsRegistered(SignatureAlgorithm algorithm) {
        Client its = provider.client("idTokenSignAlg", algorithm.wireName());
        String jwt = provider.request(its).tokens().member("idToken");
        Members claims =
                algorithm.isSymmetric() ? provider.verified(jwt, algorithm, its) : provider.verified(jwt, algorithm);
        assertThat(claims.text("sub")).isEqualTo("user1");
        assertThat(OpenIdProvider.part(jwt, 0)).contains("\"alg\":\"" + algorithm.wireName() + "\"");
    }

    @Test
    void itIsWithoutASignatureFromTheTokenEndpointOnlyAndIfThatIsRegistered() {
        Client its = provider.client("idTokenSignAlg", "NONE");
        String jwt = provider.request(its).tokens().member("idToken");
        assertThat(OpenIdProvider.part(jwt, 0)).contains("\"alg\":\"none\"");
        assertThat(OpenIdProvider.part(jwt, 1)).doesNotContain("_hash");
        assertThat(jwt).endsWith(".");
        for (String type : List.of("id_token", "id_token token", "code id_token", "code id_token token")) {
            Answer refused = provider.request(its)
                    .with("response_type", type)
                    .with("nonce", "n")
                    .ask();
            assertThat(OpenIdProvider.response(refused)).containsEntry("error", "unauthorized_client");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"alg\":\"none\"}", "{\"kid\":\"other\"}", "{\"alg\":\"HS256\",\"kid\":\"other\",\"x\":1}"})
    void noGivenHeaderSaysHowItIsSigned(String header) {
        String jwt = provider.request(client).tokens("idtHeaderParams", header).member("idToken");
        assertThat(OpenIdProvider.part(jwt, 0)).contains("\"alg\":\"ES256\"", "\"kid\":\"ES256\"");
        assertThat(provider.verified(jwt).text("sub")).isEqualTo("user1");
    }

    /** Clients may refuse a token without a {@code kid} where there are several keys. */
    @Test
    void ofSeveralKeysOneWithAnIdSignsAndIsNamed() throws JOSEException {
        ECKey nameless = new ECKeyGenerator(Curve.P_256).generate();
        ECKey named = new ECKeyGenerator(Curve.P_256).keyID("named").generate();
        OpenIdProvider its = new OpenIdProvider(
                SERVER, OpenIdProvider.aService().with("jwks", new JWKSet(List.of(nameless, named)).toString(false)));
        String jwt = its.request(its.client()).tokens().member("idToken");
        assertThat(OpenIdProvider.part(jwt, 0)).contains("\"kid\":\"named\"");
    }

    @Test
    void theKeyThatTheServiceNamesSigns() throws JOSEException {
        ECKey first = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
        ECKey second = new ECKeyGenerator(Curve.P_256).keyID("second").generate();
        OpenIdProvider its = new OpenIdProvider(
                SERVER,
                OpenIdProvider.aService()
                        .with("jwks", new JWKSet(List.of(first, second)).toString(false))
                        .with("idTokenSignatureKeyId", "second"));
        String jwt = its.request(its.client()).tokens().member("idToken");
        assertThat(OpenIdProvider.part(jwt, 0)).contains("\"kid\":\"second\"");
    }

    @Test
    void withoutASignatureItHasItsHeaderToo() {
        Client its = provider.client("idTokenSignAlg", "NONE");
        String header = "{\"x\":1,\"alg\":\"ES256\",\"kid\":\"ES256\",\"crit\":[\"x\"],\"b64\":false}";
        String jwt = provider.request(its).tokens("idtHeaderParams", header).member("idToken");
        assertThat(Json.read(OpenIdProvider.part(jwt, 0))).isEqualTo(Json.read("{\"alg\":\"none\",\"x\":1}"));
        assertThat(jwt).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "ES256"})
    void aMemberOfTheHeaderOfAnotherTypeIsRefused(String algorithm) {
        Client its = provider.client("idTokenSignAlg", algorithm);
        Answer refused = provider.redeem(its, provider.request(its).code("idtHeaderParams", "{\"typ\":5}"));
        assertThat(refused.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
        assertThat(refused.message()).contains("A member of the header");
    }
}
