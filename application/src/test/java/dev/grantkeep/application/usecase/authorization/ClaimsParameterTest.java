package dev.grantkeep.application.usecase.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.openid.AskedClaims;
import dev.grantkeep.domain.openid.RequestedClaims;
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
        AskedClaims several = asked(
                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"a\",\"b\"]},\"sub\":{\"value\":\"u\"}}}");
        assertThat(several.acrs()).containsExactly("a", "b");
        assertThat(several.acrIsEssential()).isTrue();
        assertThat(several.subject()).isEqualTo("u");
        AskedClaims one = asked("{\"id_token\":{\"acr\":{\"value\":\"a\"},\"sub\":{\"values\":[\"u\"]}}}");
        assertThat(one.acrs()).containsExactly("a");
        assertThat(one.acrIsEssential()).isFalse();
        assertThat(one.subject()).isEqualTo("u");
    }

    @Test
    void theNamesAndTheTextOfWhatIsAskedForAreKept() {
        AskedClaims claims = asked("{ \"id_token\" : {\"email#ja\":null,\"age\":{\"value\":1.50}},"
                + "\"userinfo\":{\"name\":{\"essential\":true},\"verified_claims\":[{\"claims\":{\"x\":null}}]},"
                + "\"transformed_claims\":{\"adult\":{\"claim\":\"age\"}}}");
        assertThat(claims.idToken())
                .isEqualTo(new RequestedClaims(
                        List.of("email#ja", "age"), "{\"email#ja\":null,\"age\":{\"value\":1.50}}"));
        assertThat(claims.userInfo())
                .isEqualTo(new RequestedClaims(
                        List.of("name", "verified_claims"),
                        "{\"name\":{\"essential\":true},\"verified_claims\":[{\"claims\":{\"x\":null}}]}"));
        assertThat(claims.transformed()).isEqualTo("{\"adult\":{\"claim\":\"age\"}}");
    }

    private static AskedClaims asked(String claims) {
        return read(claims).orElseThrow();
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
        AskedClaims none = asked(claims);
        assertThat(none.acrs()).isEmpty();
        assertThat(none.acrIsEssential()).isFalse();
        assertThat(none.subject()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"id_token\":[]}",
                "{\"userinfo\":\"x\"}",
                "{\"transformed_claims\":1}",
                "{\"id_token\":{\"\\u00",
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
