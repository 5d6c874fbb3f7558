package dev.grantkeep.application.usecase.service;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.application.port.out.schema.DetailSchemas;
import dev.grantkeep.domain.service.DetailSchemaPolicy;
import dev.grantkeep.domain.value.InvalidMember;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisteredSchemasTest {
    private static final DetailSchemaPolicy NONE = new DetailSchemaPolicy(Map.of());

    private final RegisteredSchemas schemas = new RegisteredSchemas(new DetailSchemas() {
        @Override
        public Optional<String> fault(String schema) {
            return schema.startsWith("bad") ? Optional.of("is bad") : Optional.empty();
        }

        @Override
        public Optional<String> misfit(String schema, Map<String, ? extends @Nullable Object> detail) {
            return Optional.empty();
        }
    });

    private static DetailSchemaPolicy of(String type, String text) {
        return new DetailSchemaPolicy(Map.of(type, text));
    }

    @Test
    void aFaultIsToldWithItsKey() {
        assertThatCode(() -> schemas.require(NONE, of("payment", "good"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> schemas.require(NONE, of("payment", "bad")))
                .isInstanceOf(InvalidMember.class)
                .hasMessageContaining("grantkeep.authorization_details.schema.payment")
                .hasMessageContaining("is bad");
    }

    @Test
    void whatWasThereBeforeMayStay() {
        assertThatCode(() -> schemas.require(of("payment", "bad"), of("payment", "bad")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> schemas.require(of("payment", "bad"), of("payment", "bad 2")))
                .isInstanceOf(InvalidMember.class);
        assertThatThrownBy(() -> schemas.require(of("payment", "bad"), of("account", "bad")))
                .isInstanceOf(InvalidMember.class);
    }

    @Test
    void aTypeIsNamed() {
        assertThatThrownBy(() -> schemas.require(NONE, of("", "good"))).isInstanceOf(InvalidMember.class);
    }
}
