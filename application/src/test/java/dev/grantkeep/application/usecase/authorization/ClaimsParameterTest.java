package dev.grantkeep.application.usecase.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.authorization.AskedClaims;
import dev.grantkeep.domain.authorization.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimsParameterTest {
    private static Optional<AskedClaims> read(String claims) {
        return ClaimsParameter.read(new Parameters(Map.of("claims", List.of(claims))));
    }

    @Test
    void contextsAndTheSubjectAreRead() {
        assertThat(
                        read(
                                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"a\",\"b\"]},\"sub\":{\"value\":\"u\"}}}"))
                .contains(new AskedClaims(List.of("a", "b"), true, "u"));
        assertThat(read("{\"id_token\":{\"acr\":{\"value\":\"a\"},\"sub\":{\"values\":[\"u\"]}}}"))
                .contains(new AskedClaims(List.of("a"), false, "u"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id_token\":null,\"userinfo\":{}}",
                "{\"id_token\":{\"acr\":null,\"sub\":null}}",
                "{\"id_token\":{\"acr\":{},\"auth_time\":{\"essential\":true}}}",
                "{\"id_token\":{\"acr\":{\"other\":1}}}",
                "{\"userinfo\":{\"name\":null,\"age\":{\"value\":5},\"verified_claims\":[{\"claims\":{}}]}}",
                "{\"unknown\":[1]}",
                "{\"transformed_claims\":{}}"
            })
    void whatRestrictsNobodyIsNone(String claims) {
        assertThat(read(claims)).contains(AskedClaims.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"id_token\":[]}",
                "{\"userinfo\":\"x\"}",
                "{\"transformed_claims\":1}",
                "{\"id_token\":{\"acr\":\"x\"}}",
                "{\"id_token\":{\"acr\":[]}}",
                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":\"zz\"}}}",
                "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":5}}}",
                "{\"id_token\":{\"acr\":{\"values\":[\"a\",5]}}}",
                "{\"id_token\":{\"acr\":{\"essential\":\"true\",\"value\":\"zz\"}}}",
                "{\"id_token\":{\"sub\":{\"value\":5}}}",
                "{\"id_token\":{\"name\":{\"essential\":1}}}",
                "{\"userinfo\":{\"name\":{\"values\":\"x\"}}}",
                "{\"userinfo\":{\"name\":\"x\"}}",
                "{\"userinfo\":{\"age\":{\"value\":1e999}}}"
            })
    void whatCouldDemandAndCannotBeReadIsMalformed(String claims) {
        assertThat(read(claims)).isEmpty();
    }
}
