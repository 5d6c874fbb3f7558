package dev.grantkeep.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenHashTest {
    @Test
    void isSha256InBase64Url() {
        assertThat(new TokenValue("abc").hash())
                .isEqualTo(new TokenHash("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"));
    }

    @Property
    void survivesItsBytes(@ForAll @Size(32) byte[] bytes) {
        TokenHash hash = TokenHash.ofBytes(bytes);
        assertThat(hash.bytes()).isEqualTo(bytes);
        assertThat(new TokenHash(hash.value())).isEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa",
                "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0=",
                "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0",
                "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa1",
                "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFé0"
            })
    void anythingElseIsNone(String text) {
        assertThat(TokenHash.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenHash(text));
    }

    @Test
    void takes32Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenHash.ofBytes(new byte[31]));
    }
}
