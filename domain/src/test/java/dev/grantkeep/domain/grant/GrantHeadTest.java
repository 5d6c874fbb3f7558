package dev.grantkeep.domain.grant;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class GrantHeadTest {
    private static final ScopeSet READ = ScopeSet.of("read");
    private static final ScopeSet READ_WRITE = ScopeSet.of("read", "write");

    private final GrantHead head = Samples.head();
    private final Instant later = NOW.plusSeconds(5);

    @Test
    void opensWithoutRewriteAndMemory() {
        assertThat(head.rewrite()).isEqualTo(Rewrite.NONE);
        assertThat(head.granted()).isNull();
        assertThat(head.version()).isEqualTo(Version.FIRST);
        assertThat(head.standing()).isEqualTo(new GrantStanding(Samples.GENERATION, 0));
    }

    @Test
    void everyChangeIsTheNextVersion() {
        GrantHead last = head.authorize(READ, later)
                .state()
                .rewriteScopes(READ, later)
                .state()
                .revoke(new Generation(1), later)
                .state()
                .forgetGrantedScopes(later)
                .state()
                .touch(later)
                .state();
        assertThat(last.version()).isEqualTo(new Version(6));
        assertThat(last.createdAt()).isEqualTo(NOW);
        assertThat(last.modifiedAt()).isEqualTo(later);
        assertThat(last.key()).isEqualTo(head.key());
    }

    @Test
    void remembersTheLatestAndTheMergedGrantedScopes() {
        GrantHead authorized = head.authorize(READ_WRITE, NOW)
                .state()
                .authorize(ScopeSet.of("payment"), later)
                .state();
        assertThat(authorized.granted())
                .isEqualTo(new GrantedScopes(ScopeSet.of("payment"), ScopeSet.of("read", "write", "payment"), later));
        assertThat(authorized.standing()).isEqualTo(head.standing());
    }

    @Test
    void aRewriteTakesRemovedScopesOutOfTheMergedMemory() {
        GrantHead rewritten = head.authorize(READ_WRITE, NOW)
                .state()
                .rewriteScopes(READ, later)
                .state();
        assertThat(rewritten.granted()).isEqualTo(new GrantedScopes(READ_WRITE, READ, later));
        assertThat(rewritten.rewrite()).isEqualTo(new Rewrite(1, READ));
        assertThat(rewritten.holds(head.standing())).isTrue();
    }

    @Test
    void aRewriteAddsNothingToTheMemory() {
        assertThat(head.rewriteScopes(READ, later).state().granted()).isNull();
        assertThat(head.authorize(READ, NOW)
                        .state()
                        .rewriteScopes(READ_WRITE, later)
                        .state()
                        .granted()
                        .merged())
                .isEqualTo(READ);
    }

    @Test
    void aRevocationEndsOldStandingsAndKeepsTheMemory() {
        GrantHead authorized = head.authorize(READ, NOW).state();
        GrantHead revoked = authorized.revoke(new Generation(43), later).state();
        assertThat(revoked.holds(head.standing())).isFalse();
        assertThat(revoked.holds(revoked.standing())).isTrue();
        assertThat(revoked.granted()).isEqualTo(authorized.granted());
    }

    @Test
    void aTokenThatSupersedesEndsOldTokensAndNoCode() {
        GrantHead superseded = head.supersede(new Generation(43), later).state();
        assertThat(superseded.holds(head.standing())).isFalse();
        assertThat(superseded.holds(superseded.standing())).isTrue();
        assertThat(superseded.holdsCode(head.codeStanding())).isTrue();
        assertThat(superseded.rewriteScopes(READ, later).state().holdsCode(head.codeStanding()))
                .isTrue();
    }

    @Test
    void aRevocationEndsCodesWhateverSupersededBefore() {
        GrantHead revoked = head.supersede(new Generation(43), later)
                .state()
                .revoke(new Generation(44), later)
                .state();
        assertThat(revoked.holdsCode(head.codeStanding())).isFalse();
        assertThat(revoked.holdsCode(revoked.codeStanding())).isTrue();
        assertThat(revoked.holds(revoked.standing())).isTrue();
    }

    @Test
    void theMemoryCanBeForgotten() {
        assertThat(head.authorize(READ, NOW)
                        .state()
                        .forgetGrantedScopes(later)
                        .state()
                        .granted())
                .isNull();
    }

    @Test
    void aHeadThatMaySoonBeRemovedNeedsATouch() {
        Instant half = NOW.plus(GrantHead.LINGER.dividedBy(2));
        assertThat(head.needsTouch(half)).isFalse();
        assertThat(head.needsTouch(half.plusMillis(1))).isTrue();
        assertThat(head.touch(half).state().needsTouch(half.plusMillis(1))).isFalse();
        assertThat(head.authorize(READ, NOW).state().needsTouch(half.plusMillis(1)))
                .isFalse();
    }

    @Test
    void aRewriteCountsForOlderStandingsOnly() {
        Rewrite third = new Rewrite(3, READ);
        assertThat(third.effective(2, READ_WRITE)).isEqualTo(READ);
        assertThat(third.effective(3, READ_WRITE)).isEqualTo(READ_WRITE);
        assertThat(Rewrite.NONE.effective(0, READ_WRITE)).isEqualTo(READ_WRITE);
    }

    @Test
    void rewritesCountFrom0() {
        assertThat(new Rewrite(0, ScopeSet.EMPTY)).isEqualTo(Rewrite.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Rewrite(-1, READ));
    }
}
