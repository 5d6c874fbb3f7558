package dev.grantkeep.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7523 section 3, no. 3. */
final class AssertionPolicyTest {
    private static final String ISSUER = "https://as.example.com";
    private static final String TOKEN = ISSUER + "/token";

    private final Map<String, Object> settings = new HashMap<>(Map.of("issuer", ISSUER, "tokenEndpoint", TOKEN));

    @ParameterizedTest
    @ValueSource(strings = {"tokenEndpoint", "revocationEndpoint", "pushedAuthReqEndpoint"})
    void anEndpointAtWhichClientsAuthenticateNamesTheService(String setting) {
        settings.put(setting, ISSUER + "/here");
        assertThat(policy().isAudience(ISSUER + "/here")).isTrue();
        assertThat(policy().isAudience(List.of(ISSUER + "/here"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorizationEndpoint", "userInfoEndpoint", "introspectionEndpoint"})
    void anotherEndpointDoesNot(String setting) {
        settings.put(setting, ISSUER + "/here");
        assertThat(policy().isAudience(ISSUER + "/here")).isFalse();
    }

    @Test
    void oneOfSeveralIsEnoughAndNoneIsNot() {
        assertThat(policy().isAudience(List.of("https://other.example.com", ISSUER)))
                .isTrue();
        assertThat(policy().isAudience(List.of("https://other.example.com"))).isFalse();
        assertThat(policy().isAudience(List.of())).isFalse();
        assertThat(policy().isAudience(null)).isFalse();
        assertThat(policy().isAudience(5L)).isFalse();
        assertThat(policy().isAudience(List.of(List.of(ISSUER)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {ISSUER + "/", "HTTPS://as.example.com", "https://as.example.co", ""})
    void addressesAreComparedLetterByLetter(String almost) {
        assertThat(policy().isAudience(almost)).isFalse();
        assertThat(policy().isAudience(List.of(almost))).isFalse();
    }

    @Test
    void itCanBeTheIssuerAloneAndAsAText() {
        settings.put("clientAssertionAudRestrictedToIssuer", true);
        assertThat(policy().isAudience(ISSUER)).isTrue();
        assertThat(policy().isAudience(List.of(ISSUER))).isFalse();
        assertThat(policy().isAudience(TOKEN)).isFalse();
        settings.remove("issuer");
        assertThat(policy().isAudience(ISSUER)).isFalse();
        assertThat(policy().isAudience(null)).isFalse();
        assertThat(policy().isAudience(TOKEN)).isFalse();
    }

    @Test
    void clocksMayDifferBySoManySecondsAsTheServiceSays() {
        assertThat(policy().clockSkew()).isZero();
        settings.put("allowableClockSkew", 7);
        assertThat(policy().clockSkew()).isEqualTo(Duration.ofSeconds(7));
    }

    private AssertionPolicy policy() {
        return new ServiceSettings(Members.of(settings), Set.of()).assertions();
    }
}
