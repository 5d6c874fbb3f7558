package dev.grantkeep.adapter.rest.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.error.TokenEndpointCodes;
import dev.grantkeep.application.port.in.exchange.CodeRefusal;
import dev.grantkeep.domain.service.ErrorPolicy;
import org.junit.jupiter.api.Test;

class OAuthErrorTest {
    private static final OAuthError ERROR =
            OAuthError.of("invalid_grant", TokenEndpointCodes.of(CodeRefusal.UNKNOWN_CODE));

    @Test
    void theBodyDescribesAndExplainsTheError() {
        assertThat(ERROR.json(ErrorPolicy.DEFAULT))
                .isEqualTo(
                        "{\"error\":\"invalid_grant\",\"error_description\":\"[A050305] No such authorization code.\","
                                + "\"error_uri\":\"https://docs.authlete.com/#A050305\"}");
    }

    @Test
    void theServiceCanHaveMembersLeftOut() {
        assertThat(ERROR.json(new ErrorPolicy(true, false)))
                .isEqualTo("{\"error\":\"invalid_grant\",\"error_uri\":\"https://docs.authlete.com/#A050305\"}");
        assertThat(ERROR.json(new ErrorPolicy(true, true))).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @Test
    void theAuthorizationServerMayDescribeItItself() {
        OAuthError described = ERROR.described("Ask again.");
        assertThat(described.json(new ErrorPolicy(false, true)))
                .isEqualTo("{\"error\":\"invalid_grant\",\"error_description\":\"Ask again.\"}");
        assertThat(ERROR.described("Sag \"für\" \\ \r\n100 %").description())
                .isEqualTo("Sag %22f%C3%BCr%22 %5C %0D%0A100 %");
        assertThat(described.message()).isEqualTo("[A050305] No such authorization code.");
    }
}
