package dev.grantkeep.adapter.rest.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.error.IntrospectionCodes;
import dev.grantkeep.domain.service.ErrorPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BearerChallengeTest {
    private static final OAuthError MISSING =
            OAuthError.about("insufficient_scope", IntrospectionCodes.SCOPE_MISSING, "write");

    @Test
    void anErrorIsDescribedAndExplained() {
        OAuthError error = OAuthError.of("invalid_token", IntrospectionCodes.ABSENT);
        assertThat(BearerChallenge.of(error, ErrorPolicy.DEFAULT))
                .isEqualTo("Bearer error=\"invalid_token\","
                        + "error_description=\"[A057302] The access token does not exist.\","
                        + "error_uri=\"https://docs.authlete.com/#A057302\"");
    }

    @Test
    void scopesComeLast() {
        assertThat(BearerChallenge.of(
                        MISSING,
                        ErrorPolicy.DEFAULT,
                        Map.of("scope", BearerChallenge.scopeList(List.of("read", "write")))))
                .isEqualTo("Bearer error=\"insufficient_scope\",error_description=\"[A064302] The access token does not"
                        + " cover the required scope 'write'.\","
                        + "error_uri=\"https://docs.authlete.com/#A064302\",scope=\"read write\"");
    }

    @Test
    void theServiceCanHaveMembersLeftOut() {
        assertThat(BearerChallenge.of(MISSING, new ErrorPolicy(true, true)))
                .isEqualTo("Bearer error=\"insufficient_scope\"");
    }

    @Test
    void aScopeThatIsNoneCannotBreakTheHeader() {
        String hostile = "x\"\r\nSet-Cookie: a=b\u20ac";
        OAuthError error = OAuthError.about("insufficient_scope", IntrospectionCodes.SCOPE_MISSING, hostile);
        assertThat(BearerChallenge.of(
                        error,
                        ErrorPolicy.DEFAULT,
                        Map.of("scope", BearerChallenge.scopeList(List.of(hostile, "read")))))
                .matches("[ -~]+")
                .contains("'x%22%0D%0ASet-Cookie: a=b%E2%82%AC'")
                .endsWith(",scope=\"read\"");
    }

    @Test
    void aScopeStandsOnce() {
        assertThat(BearerChallenge.scopeList(List.of("write", "read", "write"))).isEqualTo("write read");
    }
}
