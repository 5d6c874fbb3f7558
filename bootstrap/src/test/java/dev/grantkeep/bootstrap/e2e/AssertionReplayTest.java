package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 7523 section 3: an assertion with a {@code jti} works once, whichever node it comes to. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.grantkeep.bootstrap.e2e.StoreMode#chosen")
final class AssertionReplayTest {
    private static final int NODES = 2;
    private static final Map<StoreMode, Nodes> RUNNING = new EnumMap<>(StoreMode.class);

    private final Nodes nodes;
    private final Tenant tenant;
    private final ECKey key;
    private final OAuthClient client;

    AssertionReplayTest(StoreMode store) throws JOSEException {
        nodes = RUNNING.computeIfAbsent(store, mode -> Nodes.start(mode, NODES));
        tenant = Tenant.create(nodes.owner(0, Dialect.V2), OpenIdProvider.settings("{\"keys\":[]}"));
        key = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        client = tenant.client("tokenAuthMethod", "PRIVATE_KEY_JWT", "jwks", new JWKSet(key.toPublicJWK()).toString());
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(Nodes::close);
        RUNNING.clear();
    }

    @Test
    void whatOneNodeTookTheOtherRefuses() throws JOSEException {
        PrivateKeyJWT first = assertion();
        token(0, first).does("OK");
        token(1, first).does("INVALID_CLIENT", "invalid_client");
        token(0, first).does("INVALID_CLIENT", "invalid_client");
        token(1, assertion()).does("OK");
    }

    @Test
    void ofTwoAtTheSameMomentOneIsTaken() throws JOSEException {
        PrivateKeyJWT same = assertion();
        Collection<String> actions = new ConcurrentLinkedQueue<>();
        InParallel.each(
                IntStream.range(0, 8).boxed().toList(),
                i -> actions.add(token(i % NODES, same).text("action")));
        assertThat(actions).containsOnlyOnce("OK").containsOnly("OK", "INVALID_CLIENT");
    }

    private PrivateKeyJWT assertion() throws JOSEException {
        return new PrivateKeyJWT(
                new ClientID(Long.toString(client.id())),
                OpenIdProvider.TOKEN,
                JWSAlgorithm.ES256,
                key.toECPrivateKey(),
                key.getKeyID(),
                null);
    }

    private Answer token(int node, PrivateKeyJWT by) {
        return nodes.at(node, tenant)
                .api()
                .post(
                        "auth/token",
                        "parameters",
                        Form.of(
                                "grant_type",
                                "client_credentials",
                                "client_assertion_type",
                                PrivateKeyJWT.CLIENT_ASSERTION_TYPE,
                                "client_assertion",
                                by.getClientAssertion().serialize()));
    }
}
