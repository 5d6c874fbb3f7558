package dev.grantkeep.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ClientCapabilitiesTest {
    private final Map<String, Object> settings = new HashMap<>();

    /** RFC 7591 section 2. */
    @Test
    void aClientOfWhichNothingIsSaidIsConfidentialAndShowsItsSecretByBasic() {
        assertThat(of().type()).isEqualTo(ClientType.CONFIDENTIAL);
        assertThat(of().authMethod()).isEqualTo(ClientAuthMethod.CLIENT_SECRET_BASIC);
        assertThat(of().requestableScopes()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ClientAuthMethod.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLIENT_SECRET_JWT", "PRIVATE_KEY_JWT"})
    void noAssertionAuthenticatesAClientOfAnotherMethod(ClientAuthMethod method) {
        settings.put("tokenAuthMethod", method.name());
        assertThat(of().assertionAlgorithms()).isEmpty();
        settings.put("tokenAuthSignAlg", "ES256");
        assertThat(of().assertionAlgorithms()).isEmpty();
    }

    @Test
    void anAssertionIsByTheRegisteredAlgorithmIfOneIsRegistered() {
        settings.put("tokenAuthMethod", "PRIVATE_KEY_JWT");
        assertThat(of().assertionAlgorithms())
                .contains(SignatureAlgorithm.RS256, SignatureAlgorithm.EDDSA)
                .doesNotContain(SignatureAlgorithm.HS256);
        settings.put("tokenAuthSignAlg", "EdDSA");
        assertThat(of().assertionAlgorithms()).containsExactly(SignatureAlgorithm.EDDSA);
    }

    /** A secret is no private key, and a private key is no secret. */
    @Test
    void anAlgorithmOfTheOtherMethodIsNone() {
        settings.put("tokenAuthMethod", "PRIVATE_KEY_JWT");
        for (String other : List.of("HS256", "NONE", "none", "es256")) {
            settings.put("tokenAuthSignAlg", other);
            assertThat(of().assertionAlgorithms()).as(other).isEmpty();
        }
        settings.put("tokenAuthMethod", "CLIENT_SECRET_JWT");
        settings.put("tokenAuthSignAlg", "RS256");
        assertThat(of().assertionAlgorithms()).isEmpty();
    }

    @Test
    void requestableScopesCountIfTheyAreEnabled() {
        settings.put("extension", Map.of("requestableScopesEnabled", false, "requestableScopes", List.of("read")));
        assertThat(of().requestableScopes()).isNull();
        settings.put("extension", Map.of("requestableScopesEnabled", true, "requestableScopes", List.of("read")));
        assertThat(of().requestableScopes()).isEqualTo(ScopeSet.of("read"));
        settings.put("extension", Map.of("requestableScopesEnabled", true));
        assertThat(of().requestableScopes()).isEqualTo(ScopeSet.EMPTY);
    }

    private ClientCapabilities of() {
        return ClientCapabilities.of(Members.of(settings));
    }
}
