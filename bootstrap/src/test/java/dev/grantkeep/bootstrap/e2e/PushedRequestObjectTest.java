package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Request objects that are pushed (RFC 9126 section 3). */
@OnEveryStore
final class PushedRequestObjectTest {
    private final ECKey key;
    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    PushedRequestObjectTest(Stage stage) throws JOSEException {
        this.stage = stage;
        key = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        tenant = stage.tenant();
        client = client();
    }

    private OAuthClient client(Object... settings) {
        OAuthClient its = tenant.client("jwks", new JWKSet(key.toPublicJWK()).toString());
        if (settings.length > 0) {
            its.change(settings);
        }
        return its;
    }

    private static Answer push(OAuthClient of, String object, Object... beside) {
        String more = beside.length == 0 ? "" : "&" + Form.of(beside);
        return of.pushText(Form.of("request", object) + more);
    }

    /** Section 3: what is needed beside it is what the client authenticates by. */
    @Test
    void oneStandsAlone() {
        Answer pushed = push(client, signed(claims(client))).does("CREATED");

        Answer asked = client.use(pushed.text("requestUri"), "scope", "write", "state", "beside")
                .does("INTERACTION");
        assertThat(asked.text("requestObjectPayload")).contains("\"state\":\"inside\"");
        assertThat(asked.objects("scopes"))
                .extracting(scope -> scope.get("name").getAsString())
                .containsExactly("read");
        Map<String, String> back =
                Form.query(client.issue(asked.text("ticket"), "anna").location());
        assertThat(back).containsEntry("state", "inside");
        Tokens tokens = Tokens.of(client.exchange(back.get("code")));
        assertThat(tenant.scopesOf(tokens.access())).containsExactly("read");
    }

    @Test
    void oneIsUsedOnce() {
        String handle = push(client, signed(claims(client))).does("CREATED").text("requestUri");
        client.use(handle).does("INTERACTION");
        client.use(handle).does("BAD_REQUEST", "invalid_request_uri");
    }

    /** What it says counts when it is pushed: it may expire before it is used, and its handle has a time of its own. */
    @Test
    void oneIsJudgedWhenItIsPushed() {
        String object = signed(claims(client));
        String handle = push(client, object).does("CREATED").text("requestUri");
        stage.later(Duration.ofSeconds(61));
        push(client, object).does("BAD_REQUEST", "invalid_request_object");
        client.use(handle).does("INTERACTION");
    }

    @Test
    void whatIsBesideDoesNotCount() {
        Answer pushed = push(
                        client,
                        signed(claims(client)),
                        "scope",
                        "write",
                        "response_type",
                        "token",
                        "redirect_uri",
                        "https://evil.example/")
                .does("CREATED");
        assertThat(client.use(pushed.text("requestUri")).does("INTERACTION").objects("scopes"))
                .extracting(scope -> scope.get("name").getAsString())
                .containsExactly("read");
    }

    @Test
    void whatIsMissingInsideIsMissing() {
        JWTClaimsSet bare = new JWTClaimsSet.Builder(claims(client))
                .claim("response_type", null)
                .build();
        push(client, signed(bare), "response_type", "code").does("BAD_REQUEST", "invalid_request");
    }

    @Test
    void anothersIsRefused() throws JOSEException {
        OAuthClient other = client();
        push(other, signed(claims(client))).does("BAD_REQUEST", "invalid_request_object");
        ECKey strange = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        push(client, signed(claims(client), strange)).does("BAD_REQUEST", "invalid_request_object");
        push(client, new PlainJWT(claims(client)).serialize()).does("BAD_REQUEST", "invalid_request_object");
        push(client, "x").does("BAD_REQUEST", "invalid_request_object");
    }

    @Test
    void aHandleOfOneIsItsClientsAlone() {
        String handle = push(client, signed(claims(client))).does("CREATED").text("requestUri");
        client().use(handle).does("BAD_REQUEST", "invalid_request_uri");
        client.use(handle, "request", signed(claims(client))).does("BAD_REQUEST", "invalid_request");
        client.use(handle).does("INTERACTION");
    }

    @Test
    void oneMayCarryNoAddressAndNoOther() {
        push(client, signed(claims(client)), "request_uri", "https://client.example/ro")
                .does("BAD_REQUEST", "invalid_request");
        String nested = signed(new JWTClaimsSet.Builder(claims(client))
                .claim("request_uri", "https://client.example/ro")
                .build());
        push(client, nested).does("BAD_REQUEST", "invalid_request_object");
    }

    /** The demand is met by what was pushed, and by nothing beside its handle. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneCanBeDemanded(boolean byService) {
        if (byService) {
            tenant.change("requestObjectRequired", true);
        } else {
            client.change("requestObjectRequired", true);
        }
        client.push("response_type", "code")
                .does("BAD_REQUEST", "invalid_request")
                .says("A008302");
        String handle = push(client, signed(claims(client))).does("CREATED").text("requestUri");
        client.use(handle).does("INTERACTION");
    }

    @Test
    void aDemandThatCameLaterIsNotMetByAPlainRequest() {
        String plain = client.handle("response_type", "code");
        String object = push(client, signed(claims(client))).does("CREATED").text("requestUri");
        client.change("requestObjectRequired", true);
        assertThat(client.use(plain).text("action")).isEqualTo("LOCATION");
        client.use(object).does("INTERACTION");
    }

    /** No browser is between. */
    @Test
    void oneNeedNotBeEncrypted() {
        OAuthClient demanding = client("frontChannelRequestObjectEncryptionRequired", true);
        push(demanding, signed(claims(demanding))).does("CREATED");
        demanding.request("request", signed(claims(demanding))).does("BAD_REQUEST", "invalid_request_object");
    }

    /** OpenID Connect Core section 6.1, but that nothing has to stand beside it. */
    @Test
    void byTheTraditionalRulesTheRestIsBeside() {
        tenant.change("traditionalRequestObjectProcessingApplied", true);
        JWTClaimsSet part =
                new JWTClaimsSet.Builder(claims(client)).claim("state", null).build();
        String handle = push(client, new PlainJWT(part).serialize(), "state", "beside", "scope", "write")
                .does("CREATED")
                .text("requestUri");
        Answer asked = client.use(handle).does("INTERACTION");
        assertThat(asked.objects("scopes"))
                .extracting(scope -> scope.get("name").getAsString())
                .containsExactly("read");
        assertThat(Form.query(client.issue(asked.text("ticket"), "anna").location()))
                .containsEntry("state", "beside");
        push(client, signed(claims(client))).does("CREATED");
    }

    private JWTClaimsSet claims(OAuthClient of) {
        return new JWTClaimsSet.Builder()
                .issuer(Long.toString(of.id()))
                .audience(Tenant.ISSUER)
                .expirationTime(new Date(stage.now() + 60_000))
                .claim("client_id", Long.toString(of.id()))
                .claim("response_type", "code")
                .claim("redirect_uri", OAuthClient.REDIRECT_URI)
                .claim("scope", "read")
                .claim("state", "inside")
                .build();
    }

    private String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    private static String signed(JWTClaimsSet claims, ECKey by) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(by.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(by));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
