package dev.grantkeep.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.openid.UserAuthentication;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokenDetailsTest {
    private static final UserAuthentication USER = new UserAuthentication("acr", 1L, "session");
    private static final TokenDetails FULL =
            new TokenDetails(Targets.of(List.of("urn:a"), "[]"), USER, Identity.UNKNOWN, NamedBy.ENTITY_ID, true, true);

    @Test
    void aRequestSaysItsTargetsAndHowItNamesTheClient() {
        assertThat(TokenDetails.ofRequest(Targets.NONE, NamedBy.ID)).isEqualTo(TokenDetails.NONE);
        assertThat(TokenDetails.ofRequest(FULL.targets(), NamedBy.ALIAS))
                .isEqualTo(new TokenDetails(
                        FULL.targets(), UserAuthentication.UNKNOWN, Identity.UNKNOWN, NamedBy.ALIAS, false, false));
    }

    @Test
    void everyChangeLeavesTheRest() {
        assertThat(FULL.withTargets(Targets.NONE))
                .isEqualTo(new TokenDetails(Targets.NONE, USER, Identity.UNKNOWN, NamedBy.ENTITY_ID, true, true));
        assertThat(FULL.requestedBy(NamedBy.ID))
                .isEqualTo(new TokenDetails(FULL.targets(), USER, Identity.UNKNOWN, NamedBy.ID, true, true));
        assertThat(FULL.denyingScopes(false)).isSameAs(FULL);
        assertThat(TokenDetails.NONE.denyingScopes(true).scopesDenied()).isTrue();
    }

    @Test
    void withoutAuthenticationTheSessionStays() {
        assertThat(FULL.withoutAuthentication().authentication())
                .isEqualTo(new UserAuthentication(null, null, "session"));
    }

    @Test
    void aChangeAddsAndNeverTakesAway() {
        assertThat(FULL.with(null, false)).isEqualTo(FULL);
        TokenDetails changed = TokenDetails.NONE.with("[1]", true);
        assertThat(changed.targets().authorizationDetails()).isEqualTo("[1]");
        assertThat(changed.forExternalAttachment()).isTrue();
    }

    @Test
    void anAuthenticationIsNotBeforeTheEpoch() {
        assertThat(new UserAuthentication(null, 0L, null).authTime()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new UserAuthentication(null, -1L, null));
    }

    @Test
    void eachNameOfAClientButItsIdHasAFlag() {
        assertThat(NamedBy.flags()).containsExactly("clientIdAliasUsed", "clientEntityIdUsed", "metadataDocumentUsed");
        for (NamedBy name : NamedBy.values()) {
            assertThat(name.flag().map(NamedBy::ofFlag))
                    .isEqualTo(name == NamedBy.ID ? Optional.empty() : Optional.of(name));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> NamedBy.ofFlag("clientId"));
        assertThat(NamedBy.aliasIf(true)).isEqualTo(NamedBy.ALIAS);
        assertThat(NamedBy.aliasIf(false)).isEqualTo(NamedBy.ID);
    }
}
