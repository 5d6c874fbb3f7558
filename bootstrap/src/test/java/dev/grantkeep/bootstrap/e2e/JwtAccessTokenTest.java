package dev.grantkeep.bootstrap.e2e;

import static dev.grantkeep.bootstrap.e2e.FrontEnd.aClient;
import static dev.grantkeep.bootstrap.e2e.FrontEnd.anOpenIdProvider;
import static dev.grantkeep.bootstrap.e2e.FrontEnd.decision;
import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.common.dto.Client;
import com.authlete.common.dto.IDTokenReissueRequest;
import com.authlete.common.dto.IDTokenReissueResponse;
import com.authlete.common.dto.IntrospectionResponse;
import com.authlete.common.dto.Property;
import com.authlete.common.dto.RevocationResponse;
import com.authlete.common.dto.Service;
import com.authlete.common.dto.StandardIntrospectionRequest;
import com.authlete.common.dto.TokenCreateRequest;
import com.authlete.common.dto.TokenCreateResponse;
import com.authlete.common.dto.TokenRequest;
import com.authlete.common.dto.TokenResponse;
import com.authlete.common.dto.TokenRevokeRequest;
import com.authlete.common.dto.TokenUpdateRequest;
import com.authlete.common.dto.TokenUpdateResponse;
import com.authlete.common.types.GrantType;
import com.authlete.common.types.JWSAlg;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Access tokens as JWTs, as a front end that has the official library gives them to clients and takes them back. */
@OnEveryStore
final class JwtAccessTokenTest {
    private static final String API = "https://api.example.com/";

    private final Stage stage;
    private final FrontEnd provider;
    private final Client client;

    JwtAccessTokenTest(Stage stage) {
        this.stage = stage;
        provider = FrontEnd.open(
                stage, anOpenIdProvider().setAccessTokenSignAlg(JWSAlg.ES256).setIdTokenReissuable(true));
        client = provider.api().createClient(aClient());
    }

    @Test
    void fromTheLoginToTheEnd() {
        String ticket = provider.ticket(
                client, "response_type", "code", "scope", "openid read", "nonce", "n-1", "resource", API);
        Map<String, String> answer = provider.allow(decision(ticket)
                .setAuthTime(1_700_000_000)
                .setAcr("urn:gold")
                .setJwtAtClaims("{\"roles\":[\"admin\"],\"client_id\":\"evil\"}")
                .setProperties(new Property[] {new Property("plan", "large"), new Property("note", "secret", true)}));
        TokenResponse tokens = provider.redeem(client, answer.get("code"));

        JwtClaims claims = verified(tokens.getJwtAccessToken());
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
                .containsEntry("sub", FrontEnd.USER)
                .containsEntry("aud", List.of(API))
                .containsEntry("jti", tokens.getAccessToken())
                .containsEntry("client_id", Long.toString(client.getClientId()))
                .containsEntry("scope", "openid read")
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("roles", List.of("admin"))
                .containsEntry("plan", "large");
        assertThat(Json.parse(tokens.getResponseContent())
                        .getAsJsonObject()
                        .get("access_token")
                        .getAsString())
                .isEqualTo(tokens.getJwtAccessToken());
        assertThat(verifiedIdToken(tokens.getIdToken()).getClaimValue("at_hash"))
                .isEqualTo(SignatureAlgorithm.ES256.halfHash(tokens.getJwtAccessToken()));
        assertThat(provider.userinfo(tokens.getIdToken()).getSubject()).isNull();
        assertWorks(tokens.getJwtAccessToken());
        assertWorks(tokens.getAccessToken());

        stage.later(Duration.ofSeconds(60));
        TokenResponse refreshed = provider.refresh(client, tokens.getRefreshToken());
        assertThat(verified(refreshed.getJwtAccessToken()).getClaimsMap())
                .containsEntry("roles", List.of("admin"))
                .containsEntry("iat", stage.now() / 1_000);
        assertOver(tokens.getJwtAccessToken());
        IDTokenReissueResponse reissued = provider.api()
                .idTokenReissue(new IDTokenReissueRequest()
                        .setAccessToken(refreshed.getJwtAccessToken())
                        .setRefreshToken(refreshed.getRefreshToken()));
        assertThat(reissued.getAction()).isEqualTo(IDTokenReissueResponse.Action.OK);
        assertThat(verifiedIdToken(reissued.getIdToken()).getClaimValue("at_hash"))
                .isEqualTo(SignatureAlgorithm.ES256.halfHash(refreshed.getJwtAccessToken()));

        assertWorks(refreshed.getJwtAccessToken());
        assertThat(provider.revoke(client, refreshed.getJwtAccessToken()).getAction())
                .isEqualTo(RevocationResponse.Action.OK);
        assertOver(refreshed.getJwtAccessToken());
        assertThat(provider.refresh(client, refreshed.getRefreshToken()).getAction())
                .isEqualTo(TokenResponse.Action.BAD_REQUEST);
    }

    @Test
    void theClientsOwnSaysWhatTheFrontEndAdds() {
        TokenResponse token = provider.api()
                .token(new TokenRequest()
                        .setParameters(Form.of("grant_type", "client_credentials", "scope", "read"))
                        .setClientId(Long.toString(client.getClientId()))
                        .setClientSecret(client.getClientSecret())
                        .setJwtAtClaims("{\"tier\":1}"));
        assertThat(verified(token.getJwtAccessToken()).getClaimsMap())
                .containsEntry("tier", 1L)
                .doesNotContainKeys("sub", "aud");
        assertThat(provider.introspect(token.getJwtAccessToken()).getAction())
                .isEqualTo(IntrospectionResponse.Action.OK);
    }

    @Test
    void thatWasCreatedIsChangedAndEndedByEitherForm() {
        TokenCreateResponse first = create();
        TokenUpdateResponse updated = provider.api()
                .tokenUpdate(new TokenUpdateRequest()
                        .setAccessToken(first.getJwtAccessToken())
                        .setScopes(new String[] {"openid"}));
        assertThat(updated.getAction()).isEqualTo(TokenUpdateResponse.Action.OK);
        assertThat(provider.introspect(first.getJwtAccessToken()).getScopes()).containsExactly("openid");
        TokenUpdateResponse renewed = provider.api()
                .tokenUpdate(new TokenUpdateRequest()
                        .setAccessToken(first.getJwtAccessToken())
                        .setAccessTokenValueUpdated(true));
        assertOver(first.getJwtAccessToken());
        assertWorks(renewed.getAccessToken());

        TokenCreateResponse second = create();
        assertThat(provider.api()
                        .tokenRevoke(new TokenRevokeRequest().setAccessTokenIdentifier(second.getJwtAccessToken()))
                        .getCount())
                .isEqualTo(1);
        assertOver(second.getJwtAccessToken());
        TokenCreateResponse third = create();
        provider.api().tokenDelete(third.getJwtAccessToken());
        assertOver(third.getJwtAccessToken());
        assertOver(third.getAccessToken());
    }

    @Test
    void theFormCanChangeWhileTokensAreOut() {
        TokenCreateResponse jwt = create();
        change(null);
        assertWorks(jwt.getJwtAccessToken());
        TokenCreateResponse opaque = create();
        assertThat(opaque.getJwtAccessToken()).isNull();
        change(JWSAlg.RS256);
        assertWorks(opaque.getAccessToken());
        assertWorks(jwt.getJwtAccessToken());
        assertWorks(create().getJwtAccessToken());
    }

    @Test
    void aMissingKeyUsesNothingUp() {
        String ticket = provider.ticket(client, "response_type", "code", "scope", "read");
        String code = provider.allow(decision(ticket)).get("code");
        change(JWSAlg.ES384);
        TokenResponse refused = provider.redeem(client, code);
        assertThat(refused.getAction()).isEqualTo(TokenResponse.Action.INTERNAL_SERVER_ERROR);
        assertThat(refused.getResultMessage())
                .isEqualTo("[A050204] An access token cannot be made."
                        + " The service's `jwks` has no private key that can sign ES384.");
        assertThat(create().getAction()).isEqualTo(TokenCreateResponse.Action.INTERNAL_SERVER_ERROR);
        change(JWSAlg.ES256);
        assertWorks(provider.redeem(client, code).getJwtAccessToken());
    }

    private void change(JWSAlg algorithm) {
        Service now = Library.owner(stage).getService(provider.service().getApiKey());
        provider.api().updateService(now.setAccessTokenSignAlg(algorithm));
    }

    private TokenCreateResponse create() {
        return provider.api()
                .tokenCreate(new TokenCreateRequest()
                        .setGrantType(GrantType.AUTHORIZATION_CODE)
                        .setClientId(client.getClientId())
                        .setSubject(FrontEnd.USER)
                        .setScopes(new String[] {"openid", "read"}));
    }

    private void assertWorks(String presented) {
        IntrospectionResponse introspected = provider.introspect(presented);
        assertThat(introspected.getAction())
                .as(introspected.getResultMessage())
                .isEqualTo(IntrospectionResponse.Action.OK);
        assertThat(introspected.getSubject()).isEqualTo(FrontEnd.USER);
        assertThat(standard(presented)).contains("\"active\":true");
    }

    private void assertOver(String presented) {
        assertThat(provider.introspect(presented).getAction()).isEqualTo(IntrospectionResponse.Action.UNAUTHORIZED);
        assertThat(standard(presented)).isEqualTo("{\"active\":false}");
    }

    private String standard(String presented) {
        return provider.api()
                .standardIntrospection(new StandardIntrospectionRequest().setParameters(Form.of("token", presented)))
                .getResponseContent();
    }

    private JwtClaims verified(String jwt) {
        return read(jwt, new JwtConsumerBuilder().setExpectedType(true, "at+jwt"));
    }

    private JwtClaims verifiedIdToken(String jwt) {
        return read(jwt, new JwtConsumerBuilder());
    }

    /** As a resource server reads it: with the keys that the service publishes, and another library than the service's. */
    private JwtClaims read(String jwt, JwtConsumerBuilder as) {
        try {
            return as.setVerificationKeyResolver(new JwksVerificationKeyResolver(
                            new JsonWebKeySet(provider.api().getServiceJwks()).getJsonWebKeys()))
                    .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES256")
                    .setExpectedIssuer(true, FrontEnd.ISSUER)
                    .setRequireExpirationTime()
                    .setSkipDefaultAudienceValidation()
                    .setEvaluationTime(NumericDate.fromMilliseconds(stage.now()))
                    .build()
                    .processToClaims(jwt);
        } catch (InvalidJwtException | JoseException e) {
            throw new AssertionError(jwt, e);
        }
    }
}
