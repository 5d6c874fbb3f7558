package dev.grantkeep.domain.service;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.duration.DurationRule;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.value.Attributes;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServiceTest {
    @Test
    void anUpdateReplacesTheSettingsAndNothingElse() {
        Service service = Samples.service();
        Service updated =
                service.update(ServiceSettings.EMPTY, NOW.plusSeconds(1)).state();
        assertThat(updated)
                .isEqualTo(new Service(
                        service.id(),
                        service.number(),
                        service.secret(),
                        service.derivationKey(),
                        ServiceSettings.EMPTY,
                        NOW,
                        NOW.plusSeconds(1),
                        new Version(2)));
    }

    @Test
    void hasDefaults() {
        Service service = Samples.service();
        assertThat(service.tokenType()).isEqualTo("Bearer");
        assertThat(service.codeDuration().seconds()).isEqualTo(600);
        assertThat(service.settings().durationRule()).isEqualTo(DurationRule.SHORTEST);
    }

    @Test
    void theDurationRuleIsAnAttribute() {
        assertThat(with(Attributes.of("grantkeep.duration_rule", "most_specific"))
                        .durationRule())
                .isEqualTo(DurationRule.MOST_SPECIFIC);
        assertThat(with(Attributes.of("grantkeep.duration_rule", "shortest")).durationRule())
                .isEqualTo(DurationRule.SHORTEST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Attributes.of("grantkeep.duration_rule", "longest")))
                .withMessageContaining("grantkeep.duration_rule");
    }

    @ParameterizedTest
    @CsvSource({
        "true,false,false,KEEP",
        "true,true,false,KEEP",
        "true,false,true,KEEP_AND_RENEW",
        "true,true,true,KEEP_AND_RENEW",
        "false,false,false,ROTATE",
        "false,false,true,ROTATE",
        "false,true,false,ROTATE_WITHIN_LIFE",
        "false,true,true,ROTATE_WITHIN_LIFE"
    })
    void theRefreshModeFollowsTheFlags(boolean kept, boolean durationKept, boolean durationReset, RefreshMode mode) {
        assertThat(new RefreshPolicy(kept, durationKept, durationReset, false, false, false).mode())
                .isEqualTo(mode);
    }

    @Test
    void itsTextHidesTheSecrets() {
        assertThat(Samples.service().toString()).doesNotContain(Samples.KEY.value());
    }

    @Test
    void idsArePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceId(0));
        assertThat(new ServiceId(1)).hasToString("1");
    }

    @Test
    void clientsMayRegisterUnsafeRedirectUrisOnlyWhereAnAttributeSaysSo() {
        assertThat(ServiceSettings.EMPTY.insecureRedirectUrisAllowed()).isFalse();
        assertThat(with(Attributes.of("grantkeep.insecure_redirect_uris", "true"))
                        .insecureRedirectUrisAllowed())
                .isTrue();
        assertThat(with(Attributes.of("grantkeep.insecure_redirect_uris", "false"))
                        .insecureRedirectUrisAllowed())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Attributes.of("grantkeep.insecure_redirect_uris", "yes")))
                .withMessageContaining("grantkeep.insecure_redirect_uris");
    }

    @Test
    void whatItsDocumentSaysCounts() {
        ServiceSettings settings = settings(Map.of(
                "issuer",
                "https://as.example.com",
                "jwks",
                "{}",
                "authorizationCodeDuration",
                60,
                "singleAccessTokenPerSubject",
                true,
                "supportedTokenAuthMethods",
                List.of("NONE"),
                "supportedDisplays",
                List.of("PAGE"),
                "supportedPromptValues",
                List.of("LOGIN")));
        assertThat(settings.issuer()).isEqualTo("https://as.example.com");
        assertThat(settings.jwks()).isEqualTo("{}");
        assertThat(settings.codeDuration()).isEqualTo(TokenDuration.ofSeconds(60));
        assertThat(settings.singleAccessTokenPerSubject()).isTrue();
        assertThat(settings.capabilities().supports(ClientAuthMethod.NONE)).isTrue();
        assertThat(settings.capabilities().supports(ClientAuthMethod.CLIENT_SECRET_BASIC))
                .isFalse();
        assertThat(settings.logins().displays()).containsExactly("page");
        assertThat(settings.logins().prompts()).containsExactly("login");
    }

    @Test
    void settingsAreEqualIfTheirDocumentsAre() {
        assertThat(settings(Map.of("issuer", "a")))
                .isEqualTo(settings(Map.of("issuer", "a")))
                .isNotEqualTo(settings(Map.of("issuer", "b")))
                .isNotEqualTo("a");
        assertThat(settings(Map.of("issuer", "a"))).hasToString("ServiceSettings[Members[issuer]]");
    }

    private static ServiceSettings settings(Map<String, ?> members) {
        return new ServiceSettings(Members.of(members), Set.of());
    }

    private static ServiceSettings with(Attributes attributes) {
        List<Map<String, String>> pairs = attributes.list().stream()
                .map(attribute -> Map.of("key", attribute.key(), "value", attribute.value()))
                .toList();
        return settings(Map.of("attributes", pairs));
    }
}
