package dev.grantkeep.domain.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GrantTypeTest {
    @ParameterizedTest
    @EnumSource
    void eachIsFoundByItsWireName(GrantType type) {
        assertThat(GrantType.ofWireName(type.wireName())).contains(type);
    }

    @Test
    void anUnknownNameIsNoGrantType() {
        assertThat(GrantType.ofWireName("AUTHORIZATION_CODE")).isEmpty();
        assertThat(GrantType.ofWireName("")).isEmpty();
    }

    @Test
    void implicitAndClientCredentialsHaveNoRefreshToken() {
        assertThat(Arrays.stream(GrantType.values()).filter(type -> !type.allowsRefreshToken()))
                .containsExactly(GrantType.IMPLICIT, GrantType.CLIENT_CREDENTIALS);
    }

    @Test
    void messagesShowTheNameInLowerCase() {
        assertThat(GrantType.JWT_BEARER.lowerCaseName()).isEqualTo("jwt_bearer");
    }
}
