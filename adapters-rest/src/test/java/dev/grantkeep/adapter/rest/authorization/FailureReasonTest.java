package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.oauth.OAuthError;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureReasonTest {
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, server_error",
        "SERVER_ERROR, server_error",
        "NOT_LOGGED_IN, login_required",
        "MAX_AGE_NOT_SUPPORTED, login_required",
        "EXCEEDS_MAX_AGE, login_required",
        "DIFFERENT_SUBJECT, login_required",
        "NOT_AUTHENTICATED, login_required",
        "ACR_NOT_SATISFIED, unmet_authentication_requirements",
        "DENIED, access_denied",
        "ACCOUNT_SELECTION_REQUIRED, account_selection_required",
        "CONSENT_REQUIRED, consent_required",
        "INTERACTION_REQUIRED, interaction_required",
        "INVALID_TARGET, invalid_target",
        "INVALID_SCOPE, invalid_scope",
        "UNAUTHORIZED_CLIENT, unauthorized_client",
        "TEMPORARILY_UNAVAILABLE, temporarily_unavailable"
    })
    void everyReasonIsAnErrorOfTheProtocol(FailureReason reason, String error) {
        assertThat(reason.error().error()).isEqualTo(error);
    }

    @Test
    void everyReasonHasItsOwnCode() {
        assertThat(Arrays.stream(FailureReason.values())
                        .map(FailureReason::error)
                        .map(OAuthError::code))
                .hasSize(16)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("A0603[0-9]{2}"));
    }
}
