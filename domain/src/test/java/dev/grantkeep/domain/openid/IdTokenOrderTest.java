package dev.grantkeep.domain.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.protocol.AudienceForm;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenID Connect Core sections 2, 3.1.3.6, 3.2.2.10 and 3.3.2.11. */
final class IdTokenOrderTest {
    private static final long IAT = Samples.NOW.getEpochSecond();
    private final Map<String, Object> ofService = new HashMap<>(Map.of("issuer", "https://as.example.com/"));
    private final Map<String, Object> ofClient = new HashMap<>();
    private NamedBy namedBy = NamedBy.ID;
    private @Nullable String sub;
    private ScopeSet scopes = ScopeSet.of("openid");
    private UserAuthentication user = UserAuthentication.UNKNOWN;
    private Login login = Login.NONE;
    private IdTokenContent content = IdTokenContent.NONE;
    private IdTokenOrder.Beside beside = IdTokenOrder.Beside.NOTHING;

    @ParameterizedTest
    @CsvSource({"at+jwt, ", "application/AT+JWT, ", "JWT, JWT", "my+jwt, my+jwt"})
    void isNeverOfTheTypeOfAnAccessToken(String wanted, @Nullable String type) {
        Members header = Members.of(Map.of("typ", wanted, "x", 1L));
        Members kept = new IdTokenContent(Members.NONE, header, null).header();
        assertThat(kept.text("typ")).isEqualTo(type);
        assertThat(kept.get("x")).isEqualTo(1L);
    }

    @Test
    void ofAPlainLoginHasTheFiveClaimsThatAreRequired() {
        assertThat(claims().tree())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "iss",
                        "https://as.example.com/",
                        "sub",
                        Samples.SUBJECT.value(),
                        "aud",
                        List.of(Samples.CLIENT.toString()),
                        "iat",
                        IAT,
                        "exp",
                        IAT + 86_400));
    }

    @Test
    void saysHowAndWhenTheUserLoggedInAndRepeatsTheNonce() {
        user = new UserAuthentication("gold", 1_700_000_000L, "session");
        login = new Login("n 0", List.of(), RequestedClaims.NONE);
        Members claims = claims();
        assertThat(claims.text("acr")).isEqualTo("gold");
        assertThat(claims.whole("auth_time")).isEqualTo(1_700_000_000L);
        assertThat(claims.text("nonce")).isEqualTo("n 0");
        assertThat(claims.get("sid")).isNull();
    }

    @Test
    void namesTheSessionWhereTheServiceSaysSo() {
        ofService.put("backchannelLogoutSessionSupported", true);
        user = new UserAuthentication(null, null, "session");
        assertThat(claims().text("sid")).isEqualTo("session");
    }

    @Test
    void hasGivenClaimsBesideThoseOfTheProtocolWhichNobodyElseSays() {
        content = new IdTokenContent(
                Members.of(Map.of(
                        "email", "a@example.com",
                        "email_verified", true,
                        "updated_at", 5L,
                        "amr", List.of("pwd"),
                        "iss", "https://evil.example.com",
                        "aud", "other",
                        "exp", 1L,
                        "nonce", "forged",
                        "at_hash", "forged")),
                Members.NONE,
                null);
        Members claims = claims();
        assertThat(claims.tree())
                .containsEntry("email", "a@example.com")
                .containsEntry("email_verified", true)
                .containsEntry("updated_at", 5L)
                .containsEntry("amr", List.of("pwd"))
                .containsEntry("iss", "https://as.example.com/")
                .containsEntry("exp", IAT + 86_400)
                .doesNotContainKeys("nonce", "at_hash");
    }

    @Test
    void namesTheUserAsTheClientKnowsThem() {
        sub = "pairwise";
        assertThat(claims().text("sub")).isEqualTo("pairwise");
    }

    @Test
    void isForTheClientAsTheRequestNamedIt() {
        ofClient.put("clientIdAlias", "my-app");
        namedBy = NamedBy.ALIAS;
        assertThat(claims().texts("aud")).containsExactly("my-app");
        ofClient.remove("clientIdAlias");
        assertThat(claims().texts("aud")).containsExactly(Samples.CLIENT.toString());
    }

    @Test
    void writesItsAudienceAsTheCallSaysElseAsTheServiceDoes() {
        ofService.put("idTokenAudType", "string");
        assertThat(claims().text("aud")).isEqualTo(Samples.CLIENT.toString());
        content = new IdTokenContent(Members.NONE, Members.NONE, AudienceForm.ARRAY);
        assertThat(claims().texts("aud")).containsExactly(Samples.CLIENT.toString());
        ofService.remove("idTokenAudType");
        content = new IdTokenContent(Members.NONE, Members.NONE, AudienceForm.STRING);
        assertThat(claims().text("aud")).isEqualTo(Samples.CLIENT.toString());
    }

    /** "Token duration per scope", "Token duration per client". */
    @Test
    void livesAsLongAsServiceScopeAndClientSay() {
        ofService.put("idTokenDuration", 600L);
        assertThat(life()).isEqualTo(600);
        ofService.put(
                "supportedScopes",
                List.of(Map.of(
                        "name", "openid", "attributes", List.of(Map.of("key", "id_token.duration", "value", "300")))));
        assertThat(life()).isEqualTo(300);
        ofClient.put("extension", Map.of("idTokenDuration", 200L));
        assertThat(life()).isEqualTo(200);
        assertThat(order().duration().explanation())
                .isEqualTo("ID_TOKEN 200s: CLIENT won by SHORTEST of [SERVICE=600s, SCOPE(openid)=300s, CLIENT=200s]");
    }

    /** OpenID Connect Core appendix A.4 has this pair. */
    @Test
    void isBoundToTheAccessTokenByTheHashOfItsOwnAlgorithm() {
        beside = new IdTokenOrder.Beside("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y", null, null);
        assertThat(claims().text("at_hash")).isEqualTo("77QmUPtjPfzWtF2AnpK9RQ");
        assertThat(claims().get("c_hash")).isNull();
        Members by512 = order().claims(SignatureAlgorithm.RS512, beside, order().duration(), Samples.NOW);
        assertThat(by512.text("at_hash")).hasSize(43);
    }

    /** OpenID Connect Core appendix A.4 has this pair, too. */
    @Test
    void isBoundToTheCodeAndTheState() {
        beside = new IdTokenOrder.Beside(
                null, "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk", "af0ifjsldkj");
        assertThat(claims().text("c_hash")).isEqualTo("LDktKdoQak3Pk0cnXxCltA");
        assertThat(claims().text("s_hash")).hasSize(22);
    }

    @Test
    void withoutASignatureHasNoHashes() {
        beside = new IdTokenOrder.Beside("token", "code", "state");
        assertThat(order().claims(null, beside, order().duration(), Samples.NOW).tree())
                .doesNotContainKeys("at_hash", "c_hash", "s_hash");
    }

    private long life() {
        return claims().whole("exp") - IAT;
    }

    private Members claims() {
        return order().claims(SignatureAlgorithm.ES256, beside, order().duration(), Samples.NOW);
    }

    private IdTokenOrder order() {
        Service service = new Service(
                Samples.SERVICE,
                1,
                new Secret("secret"),
                Samples.KEY,
                new ServiceSettings(Members.of(ofService), Set.of()),
                Samples.NOW,
                Samples.NOW,
                Version.FIRST);
        Client client = Samples.client()
                .update(new ClientSettings(Members.of(ofClient), Set.of()), Samples.NOW)
                .state();
        return new IdTokenOrder(service, client, namedBy, Samples.SUBJECT, sub, scopes, user, login, content);
    }
}
