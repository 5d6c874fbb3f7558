package dev.grantkeep.domain.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.protocol.AudienceForm;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.OpenIdPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimNamesTest {
    private static final AskedClaims ASKED = new AskedClaims(
            new RequestedClaims(List.of("email", "nonce", "auth_time", "given_name#ja"), "{}"),
            RequestedClaims.NONE,
            null,
            List.of(),
            false,
            null);

    /** OpenID Connect Core section 5.4. */
    @Test
    void everyScopeHasItsClaims() {
        assertThat(ClaimNames.of(ScopeSet.of("profile")))
                .containsExactly(
                        "name",
                        "family_name",
                        "given_name",
                        "middle_name",
                        "nickname",
                        "preferred_username",
                        "profile",
                        "picture",
                        "website",
                        "gender",
                        "birthdate",
                        "zoneinfo",
                        "locale",
                        "updated_at");
        assertThat(ClaimNames.of(ScopeSet.of("email", "address", "phone")))
                .containsExactly("email", "email_verified", "address", "phone_number", "phone_number_verified");
        assertThat(ClaimNames.of(ScopeSet.of("openid", "read"))).isEmpty();
    }

    @Test
    void whatIsAskedForOneByOneComesAfterAndOnce() {
        assertThat(ClaimNames.of(ScopeSet.of("email"), List.of("age", "email", "iss", "sub", "name#de")))
                .containsExactly("email", "email_verified", "age", "name#de");
    }

    @Test
    void anIdTokenHasTheClaimsOfScopesUnlessTheyAreToBeHadElsewhere() {
        ScopeSet scopes = ScopeSet.of("openid", "phone");
        assertThat(ClaimNames.forIdToken(policy(false), ResponseType.CODE, scopes, ASKED))
                .containsExactly("phone_number", "phone_number_verified", "email", "given_name#ja");
        for (ResponseType type : List.of(ResponseType.CODE, ResponseType.ID_TOKEN_TOKEN)) {
            assertThat(ClaimNames.forIdToken(policy(true), type, scopes, ASKED))
                    .containsExactly("email", "given_name#ja");
        }
        assertThat(ClaimNames.forIdToken(policy(true), ResponseType.ID_TOKEN, scopes, ASKED))
                .startsWith("phone_number");
    }

    @Test
    void withoutOpenIdThereAreNone() {
        assertThat(ClaimNames.forIdToken(policy(false), ResponseType.CODE, ScopeSet.of("email"), ASKED))
                .isEmpty();
        assertThat(ClaimNames.forUserInfo(ScopeSet.of("email"), List.of("age"))).isEmpty();
        assertThat(ClaimNames.forUserInfo(ScopeSet.of("openid"), List.of("age")))
                .containsExactly("age");
    }

    private static OpenIdPolicy policy(boolean claimsNeedNoAccessToken) {
        return new OpenIdPolicy(AudienceForm.ARRAY, claimsNeedNoAccessToken, false, false);
    }
}
