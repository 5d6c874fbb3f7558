package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenID Connect Core section 10.1.1: keys rotate without a restart, at all nodes at once. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.grantkeep.bootstrap.e2e.StoreMode#chosen")
final class KeyRotationTest {
    private static final int NODES = 2;
    private static final ECKey OLD = key("old");
    private static final ECKey NEW = key("new");

    private static final Map<StoreMode, Nodes> RUNNING = new EnumMap<>(StoreMode.class);

    private final Nodes nodes;
    private final Tenant tenant;
    private final OAuthClient client;

    KeyRotationTest(StoreMode store) {
        nodes = RUNNING.computeIfAbsent(store, mode -> Nodes.start(mode, NODES));
        tenant = Tenant.create(
                nodes.owner(0, Dialect.V2),
                OpenIdProvider.settings(
                        set(OLD),
                        "idTokenSignatureKeyId",
                        "old",
                        "accessTokenDuration",
                        60,
                        "idTokenReissuable",
                        true));
        client = tenant.client("idTokenSignAlg", "ES256");
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(Nodes::close);
        RUNNING.clear();
    }

    @Test
    void oldIdTokensHoldUntilTheirKeyIsTakenAway() {
        String first = idToken(0);
        assertThat(kid(first)).isEqualTo("old");
        assertThat(kid(idToken(1))).isEqualTo("old");

        // Published before it signs, so that clients have it when they need it.
        tenant.change("jwks", set(OLD, NEW));
        everywhere(node -> {
            assertThat(published(node)).containsExactlyInAnyOrder("old", "new");
            assertThat(kid(idToken(node))).isEqualTo("old");
        });

        tenant.change("idTokenSignatureKeyId", "new");
        String second = idToken(1);
        everywhere(node -> {
            assertThat(kid(idToken(node))).isEqualTo("new");
            assertThat(isKnown(first, node)).isTrue();
            assertThat(isKnown(second, node)).isTrue();
            assertThat(verifies(first, node)).isTrue();
            assertThat(verifies(second, node)).isTrue();
        });

        tenant.change("jwks", set(NEW));
        everywhere(node -> {
            assertThat(published(node)).containsExactly("new");
            assertThat(kid(idToken(node))).isEqualTo("new");
            assertThat(isKnown(first, node)).isFalse();
            assertThat(verifies(first, node)).isFalse();
            assertThat(isKnown(second, node)).isTrue();
            assertThat(verifies(second, node)).isTrue();
        });
    }

    @Test
    void aLoginThatBeganWithTheOldKeyGoesOnWithTheNew() {
        String code = at(0).code("ann", "openid");
        Answer tokens = at(0).exchange(at(1).code("ann", "openid")).does("OK");
        tenant.change("jwks", set(NEW), "idTokenSignatureKeyId", "new");

        assertThat(kid(at(1).exchange(code).does("OK").text("idToken"))).isEqualTo("new");
        Answer refreshed = at(1).refresh(tokens.text("refreshToken")).does("ID_TOKEN_REISSUABLE");
        Answer reissued = at(0).api().post("idtoken/reissue", "accessToken", refreshed.text("accessToken"));
        assertThat(kid(reissued.does("OK").text("idToken"))).isEqualTo("new");
    }

    @Test
    void aSettingThatNamesAKeyWhichIsGoneSignsByTheOnlyOne() {
        tenant.change("jwks", set(NEW));
        everywhere(node -> assertThat(kid(idToken(node))).isEqualTo("new"));
    }

    @Test
    void withoutAKeyNothingIsSignedAndTheCodeWaits() {
        String code = at(0).code("ann", "openid");
        tenant.change("jwks", "{\"keys\":[]}");
        everywhere(node -> assertThat(at(node).exchange(code).text("action")).isEqualTo("INTERNAL_SERVER_ERROR"));
        tenant.change("jwks", set(NEW), "idTokenSignatureKeyId", "new");
        assertThat(kid(at(1).exchange(code).does("OK").text("idToken"))).isEqualTo("new");
    }

    private static void everywhere(IntConsumer at) {
        IntStream.range(0, NODES).forEach(at);
    }

    private OAuthClient at(int node) {
        return new OAuthClient(nodes.at(node, tenant), client.id(), client.secret());
    }

    private String idToken(int node) {
        return at(node).exchange(at(node).code("ann", "openid")).does("OK").text("idToken");
    }

    /** Whether it is taken as a hint. */
    private boolean isKnown(String idToken, int node) {
        Answer answer = at(node).request(
                        "response_type", "code", "scope", "openid", "prompt", "none", "id_token_hint", idToken);
        return answer.has("subject") && answer.text("subject").equals("ann");
    }

    private List<String> published(int node) {
        return keys(node).getJsonWebKeys().stream()
                .map(org.jose4j.jwk.JsonWebKey::getKeyId)
                .toList();
    }

    /** Whether a client can verify it with the keys that are published. */
    private boolean verifies(String idToken, int node) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(true, OpenIdProvider.ISSUER)
                .setExpectedAudience(true, Long.toString(client.id()))
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(keys(node).getJsonWebKeys()))
                .build();
        try {
            consumer.processToClaims(idToken);
            return true;
        } catch (InvalidJwtException e) {
            return false;
        }
    }

    private JsonWebKeySet keys(int node) {
        try {
            return new JsonWebKeySet(new OpenIdProvider(nodes.at(node, tenant)).keys());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kid(String jwt) {
        try {
            return ((JsonWebSignature) JsonWebSignature.fromCompactSerialization(jwt)).getKeyIdHeaderValue();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String set(ECKey... keys) {
        return new JWKSet(List.of(keys)).toString(false);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
