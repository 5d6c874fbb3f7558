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
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9126: a pushed request works once, whichever node it comes to, and its client may prove itself by an assertion. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.grantkeep.bootstrap.e2e.StoreMode#chosen")
final class PushedRequestsOverNodesTest {
    private static final int NODES = 2;
    private static final String PAR = OpenIdProvider.ISSUER + "par";
    private static final Map<StoreMode, Nodes> RUNNING = new EnumMap<>(StoreMode.class);

    private final Nodes nodes;
    private final Tenant tenant;
    private final ECKey key;
    private final OAuthClient client;

    PushedRequestsOverNodesTest(StoreMode store) throws JOSEException {
        nodes = RUNNING.computeIfAbsent(store, mode -> Nodes.start(mode, NODES));
        tenant = Tenant.create(
                nodes.owner(0, Dialect.V3), OpenIdProvider.settings("{\"keys\":[]}", "pushedAuthReqEndpoint", PAR));
        key = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        client = tenant.client("tokenAuthMethod", "PRIVATE_KEY_JWT", "jwks", new JWKSet(key.toPublicJWK()).toString());
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(Nodes::close);
        RUNNING.clear();
    }

    @Test
    void whatOneNodeTookTheOtherKnows() throws JOSEException {
        String handle = push(0, PAR).does("CREATED").text("requestUri");
        use(1, handle).does("INTERACTION");
        use(0, handle).does("BAD_REQUEST", "invalid_request_uri");
        use(1, handle).does("BAD_REQUEST", "invalid_request_uri");
    }

    @Test
    void ofManyUsesAtTheSameMomentOneIsTaken() throws JOSEException {
        String handle = push(0, PAR).does("CREATED").text("requestUri");
        Collection<String> actions = new ConcurrentLinkedQueue<>();
        InParallel.each(
                IntStream.range(0, 16).boxed().toList(),
                i -> actions.add(use(i % NODES, handle).text("action")));
        assertThat(actions).containsOnlyOnce("INTERACTION").containsOnly("INTERACTION", "BAD_REQUEST");
    }

    /** A node that has the settings of before asks for the new ones before it refuses or keeps anything. */
    @Test
    void aChangeAtOneNodeCountsAtTheOtherAtOnce() throws JOSEException {
        push(1, PAR).does("CREATED");
        client.change("responseTypes", List.of("CODE_TOKEN"));
        push(1, PAR).does("BAD_REQUEST", "unauthorized_client");
        client.change("responseTypes", List.of("CODE"));
        push(1, PAR).does("CREATED");
    }

    /** The same for requests that nobody pushed: neither a ticket nor a refusal rests on a copy that is out of date. */
    @Test
    void aChangeAtOneNodeCountsForRequestsOfTheBrowserToo() {
        ask(1).does("INTERACTION");
        client.change("responseTypes", List.of("CODE_TOKEN"));
        assertThat(ask(1).does("LOCATION").text("responseContent")).contains("error=unauthorized_client");
        client.change("responseTypes", List.of("CODE"));
        ask(1).does("INTERACTION");
        tenant.change("supportedResponseTypes", List.of("TOKEN"));
        assertThat(ask(1).does("LOCATION").text("responseContent")).contains("error=unsupported_response_type");
        tenant.change("supportedResponseTypes", List.of("CODE", "TOKEN"));
        ask(1).does("INTERACTION");
    }

    @ParameterizedTest
    @ValueSource(strings = {OpenIdProvider.ISSUER, OpenIdProvider.ISSUER + "token", PAR})
    void anAssertionNamesTheServiceInAnyOfThreeWays(String audience) throws JOSEException {
        Answer pushed = push(0, audience).does("CREATED");
        assertThat(pushed.text("clientAuthMethod")).isEqualTo("PRIVATE_KEY_JWT");
        use(0, pushed.text("requestUri")).does("INTERACTION");
    }

    @Test
    void anAssertionForAnotherIsRefused() throws JOSEException {
        push(0, "https://other.example/par").does("UNAUTHORIZED", "invalid_client");
        push(0, PAR + "/").does("UNAUTHORIZED", "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub"})
    void anAssertionByAnotherOrAboutAnotherIsRefused(String claim) throws JOSEException {
        JWTClaimsSet right = assertion(PAR).getJWTAuthenticationClaimsSet().toJWTClaimsSet();
        OAuthClient other = tenant.client();
        for (Object wrong : new Object[] {Long.toString(other.id()), "another", null}) {
            JWTClaimsSet claims =
                    new JWTClaimsSet.Builder(right).claim(claim, wrong).build();
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(key));
            push(0, jwt).does("UNAUTHORIZED", "invalid_client");
        }
    }

    @Test
    void anAssertionNamesTheIssuerAloneWhereThatIsWanted() throws JOSEException {
        tenant.change("clientAssertionAudRestrictedToIssuer", true);
        push(0, PAR).does("UNAUTHORIZED", "invalid_client");
        push(0, OpenIdProvider.TOKEN.toString()).does("UNAUTHORIZED", "invalid_client");
    }

    @Test
    void anAssertionWorksOnce() throws JOSEException {
        PrivateKeyJWT by = assertion(PAR);
        push(0, by).does("CREATED");
        push(1, by).does("UNAUTHORIZED", "invalid_client");
    }

    private Answer push(int node, String audience) throws JOSEException {
        return push(node, assertion(audience));
    }

    private PrivateKeyJWT assertion(String audience) throws JOSEException {
        return new PrivateKeyJWT(
                new ClientID(Long.toString(client.id())),
                URI.create(audience),
                JWSAlgorithm.ES256,
                key.toECPrivateKey(),
                key.getKeyID(),
                null);
    }

    private Answer push(int node, PrivateKeyJWT by) {
        return push(node, by.getClientAssertion());
    }

    /** The client is named by its assertion alone. */
    private Answer push(int node, SignedJWT assertion) {
        return nodes.at(node, tenant)
                .api()
                .post(
                        "pushed_auth_req",
                        "parameters",
                        Form.of(
                                "client_assertion_type",
                                PrivateKeyJWT.CLIENT_ASSERTION_TYPE,
                                "client_assertion",
                                assertion.serialize(),
                                "redirect_uri",
                                OAuthClient.REDIRECT_URI,
                                "response_type",
                                "code"));
    }

    private Answer ask(int node) {
        return nodes.at(node, tenant)
                .api()
                .post("auth/authorization", "parameters", Form.of("client_id", client.id(), "response_type", "code"));
    }

    private Answer use(int node, String handle) {
        return nodes.at(node, tenant)
                .api()
                .post("auth/authorization", "parameters", Form.of("client_id", client.id(), "request_uri", handle));
    }
}
