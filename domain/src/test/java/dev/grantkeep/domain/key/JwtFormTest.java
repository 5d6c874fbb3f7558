package dev.grantkeep.domain.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.value.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JwtFormTest {
    @Test
    void isWhatTheClientsDocumentSaysOfTheKind() {
        Members client = Members.of(Map.of(
                "idTokenSignAlg", "ES256",
                "idTokenEncryptionAlg", "RSA_OAEP_256",
                "idTokenEncryptionEnc", "A256GCM",
                "userInfoSignAlg", "NONE"));
        JwtForm form = JwtForm.of(client, "idToken");
        assertThat(form.signature()).contains(SignatureAlgorithm.ES256);
        assertThat(form.keyManagement()).contains(KeyManagementAlgorithm.RSA_OAEP_256);
        assertThat(form.contentEncryption()).contains(ContentEncryption.A256GCM);
        assertThat(form.isEncrypted()).isTrue();
        assertThat(form.isUnsigned()).isFalse();
        assertThat(form.notOffered()).isEmpty();
        assertThat(JwtForm.of(client, "userInfo").isUnsigned()).isTrue();
    }

    @Test
    void isAbsentWhereNeitherIsSaid() {
        assertThat(form(null, null, null).isAbsent()).isTrue();
        assertThat(form("RS256", null, null).isAbsent()).isFalse();
        assertThat(form(null, "dir", null).isAbsent()).isFalse();
        assertThat(form(null, null, null).isEncrypted()).isFalse();
    }

    @Test
    void isSignedByADefaultUnlessAnotherIsSaid() {
        assertThat(form(null, "DIR", null).signedBy(SignatureAlgorithm.RS256)).isEqualTo(form("RS256", "DIR", null));
        assertThat(form("ES256", null, null).signedBy(SignatureAlgorithm.RS256)).isEqualTo(form("ES256", null, null));
    }

    /** OpenID Connect Registration section 2. */
    @Test
    void theContentIsEncryptedByA128cbcHs256UnlessAnotherIsSaid() {
        assertThat(form(null, "DIR", null).contentEncryption()).contains(ContentEncryption.A128CBC_HS256);
    }

    @Test
    void tellsTheFirstAlgorithmThatIsNotOffered() {
        assertThat(form("ES256K", "RSA1_5", "A1").notOffered()).contains("ES256K");
        assertThat(form("NONE", "RSA1_5", "A1").notOffered()).contains("RSA1_5");
        assertThat(form(null, "DIR", "A1").notOffered()).contains("A1");
        assertThat(form(null, null, "A1").notOffered()).isEmpty();
        assertThat(form("ES256", "DIR", "A128GCM").notOffered()).isEmpty();
    }

    private static JwtForm form(@Nullable String signing, @Nullable String encryption, @Nullable String content) {
        return new JwtForm(signing, encryption, content);
    }
}
