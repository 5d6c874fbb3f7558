package dev.grantkeep.application.usecase.key;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grantkeep.application.fixture.P256Keys;
import dev.grantkeep.application.memory.Es256Jose;
import dev.grantkeep.domain.value.InvalidMember;
import dev.grantkeep.domain.value.Members;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteredKeysTest {
    private static final Members PRIVATE = members(P256Keys.set(P256Keys.privateKey("one")));
    private static final Members SYMMETRIC = members(P256Keys.set(Map.of("kty", "oct", "k", "AAAA")));
    private static final Members PUBLIC = members(P256Keys.set(P256Keys.publicKey(P256Keys.privateKey("one"))));

    private final RegisteredKeys keys = new RegisteredKeys(new Es256Jose());

    private static Members members(String jwks) {
        return Members.of(Map.of("jwks", jwks));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "{}", "{\"keys\":[{}]}"})
    void whatIsNoSetIsRefused(String text) {
        assertThatExceptionOfType(InvalidMember.class)
                .isThrownBy(() -> keys.requireOfService(PRIVATE, members(text)))
                .withMessageStartingWith("The value of 'jwks' must be a JWK Set (RFC 7517): ");
        assertThatExceptionOfType(InvalidMember.class)
                .isThrownBy(() -> keys.requireOfClient(PUBLIC, members(text)))
                .withMessageStartingWith("The value of 'jwks' must be a JWK Set (RFC 7517): ");
    }

    @Test
    void whatThereWasMayStay() {
        Members garbage = members("garbage");

        assertThatCode(() -> keys.requireOfService(garbage, garbage.with("serviceName", "new")))
                .doesNotThrowAnyException();
        assertThatCode(() -> keys.requireOfClient(PRIVATE, PRIVATE.with("clientName", "new")))
                .doesNotThrowAnyException();
    }

    @Test
    void noSetIsRequired() {
        assertThatCode(() -> keys.requireOfService(PRIVATE, Members.NONE)).doesNotThrowAnyException();
        assertThatCode(() -> keys.requireOfClient(PUBLIC, members(""))).doesNotThrowAnyException();
    }

    @Test
    void onlyAServiceHasSecrets() {
        assertThatCode(() -> keys.requireOfService(Members.NONE, PRIVATE)).doesNotThrowAnyException();
        assertThatCode(() -> keys.requireOfService(Members.NONE, SYMMETRIC)).doesNotThrowAnyException();
        assertThatCode(() -> keys.requireOfClient(Members.NONE, PUBLIC)).doesNotThrowAnyException();
        for (Members secret : new Members[] {PRIVATE, SYMMETRIC}) {
            assertThatExceptionOfType(InvalidMember.class)
                    .isThrownBy(() -> keys.requireOfClient(PUBLIC, secret))
                    .withMessage(
                            "The value of 'jwks' must be a JWK Set of public keys: it has a private or symmetric one");
        }
    }
}
