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
                .rewriteScopes(READ, later)
                .revoke(new Generation(1), later)
                .forgetGrantedScopes(later)
                .touch(later);
        assertThat(last.version()).isEqualTo(new Version(6));
        assertThat(last.createdAt()).isEqualTo(NOW);
        assertThat(last.modifiedAt()).isEqualTo(later);
        assertThat(last.key()).isEqualTo(head.key());
    }

    @Test
    void remembersTheLatestAndTheMergedGrantedScopes() {
        GrantHead authorized = head.authorize(READ_WRITE, NOW).authorize(ScopeSet.of("payment"), later);
        assertThat(authorized.granted())
                .isEqualTo(new GrantedScopes(ScopeSet.of("payment"), ScopeSet.of("read", "write", "payment"), later));
        assertThat(authorized.standing()).isEqualTo(head.standing());
    }

    @Test
    void aRewriteTakesRemovedScopesOutOfTheMergedMemory() {
        GrantHead rewritten = head.authorize(READ_WRITE, NOW).rewriteScopes(READ, later);
        assertThat(rewritten.granted()).isEqualTo(new GrantedScopes(READ_WRITE, READ, later));
        assertThat(rewritten.rewrite()).isEqualTo(new Rewrite(1, READ));
        assertThat(rewritten.holds(head.standing())).isTrue();
    }

    @Test
    void aRewriteAddsNothingToTheMemory() {
        assertThat(head.rewriteScopes(READ, later).granted()).isNull();
        assertThat(head.authorize(READ, NOW)
                        .rewriteScopes(READ_WRITE, later)
                        .granted()
                        .merged())
                .isEqualTo(READ);
    }

    @Test
    void aRevocationEndsOldStandingsAndKeepsTheMemory() {
        GrantHead authorized = head.authorize(READ, NOW);
        GrantHead revoked = authorized.revoke(new Generation(43), later);
        assertThat(revoked.holds(head.standing())).isFalse();
        assertThat(revoked.holds(revoked.standing())).isTrue();
        assertThat(revoked.granted()).isEqualTo(authorized.granted());
    }

    @Test
    void aTokenThatSupersedesEndsOldTokensAndNoCode() {
        GrantHead superseded = head.supersede(new Generation(43), later);
        assertThat(superseded.holds(head.standing())).isFalse();
        assertThat(superseded.holds(superseded.standing())).isTrue();
        assertThat(superseded.holdsCode(head.codeStanding())).isTrue();
        assertThat(superseded.rewriteScopes(READ, later).holdsCode(head.codeStanding()))
                .isTrue();
    }

    @Test
    void aRevocationEndsCodesWhateverSupersededBefore() {
        GrantHead revoked = head.supersede(new Generation(43), later).revoke(new Generation(44), later);
        assertThat(revoked.holdsCode(head.codeStanding())).isFalse();
        assertThat(revoked.holdsCode(revoked.codeStanding())).isTrue();
        assertThat(revoked.holds(revoked.standing())).isTrue();
    }

    @Test
    void theMemoryCanBeForgotten() {
        assertThat(head.authorize(READ, NOW).forgetGrantedScopes(later).granted())
                .isNull();
    }

    @Test
    void aHeadThatMaySoonBeRemovedNeedsATouch() {
        Instant half = NOW.plus(GrantHead.LINGER.dividedBy(2));
        assertThat(head.needsTouch(half)).isFalse();
        assertThat(head.needsTouch(half.plusMillis(1))).isTrue();
        assertThat(head.touch(half).needsTouch(half.plusMillis(1))).isFalse();
        assertThat(head.authorize(READ, NOW).needsTouch(half.plusMillis(1))).isFalse();
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
