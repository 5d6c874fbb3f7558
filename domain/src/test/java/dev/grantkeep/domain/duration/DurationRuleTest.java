package dev.grantkeep.domain.duration;

import static dev.grantkeep.domain.fixture.Samples.scope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.scope.Scope;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DurationRuleTest {
    private static final long UNSET = 0;
    private static final Scope READ = scope("read", "access_token.duration", "3600");
    private static final Scope WRITE = scope("write", "access_token.duration", "600");

    private static DurationDecision decide(DurationRule rule, long service, long client, Scope... scopes) {
        return rule.decide(
                new DurationQuestion(TokenKind.ACCESS, null, seconds(client), Arrays.asList(scopes), seconds(service)));
    }

    private static @Nullable TokenDuration seconds(long seconds) {
        return seconds == UNSET ? null : TokenDuration.ofSeconds(seconds);
    }

    /** The tables of "Token duration per scope" and "Token duration per client". */
    @Nested
    class TheArticles {
        @ParameterizedTest
        @EnumSource
        void withoutScopesTheServicesDurationIsUsed(DurationRule rule) {
            assertThat(decide(rule, 86_400, UNSET).duration().seconds()).isEqualTo(86_400);
        }

        @ParameterizedTest
        @EnumSource
        void withReadItIs3600(DurationRule rule) {
            assertThat(decide(rule, 86_400, UNSET, READ).duration().seconds()).isEqualTo(3_600);
        }

        @ParameterizedTest
        @EnumSource
        void withWriteItIs600(DurationRule rule) {
            assertThat(decide(rule, 86_400, UNSET, WRITE).duration().seconds()).isEqualTo(600);
        }

        @ParameterizedTest
        @EnumSource
        void withReadAndWriteItIs600(DurationRule rule) {
            assertThat(decide(rule, 86_400, UNSET, READ, WRITE).duration().seconds())
                    .isEqualTo(600);
            assertThat(decide(rule, 86_400, UNSET, WRITE, READ).duration().seconds())
                    .isEqualTo(600);
        }

        @ParameterizedTest
        @EnumSource
        void client1WithoutADurationGets86400(DurationRule rule) {
            assertThat(decide(rule, 86_400, UNSET, Scope.named("openid"))
                            .duration()
                            .seconds())
                    .isEqualTo(86_400);
        }

        @ParameterizedTest
        @EnumSource
        void client2Gets3000(DurationRule rule) {
            assertThat(decide(rule, 86_400, 3_000, Scope.named("openid"))
                            .duration()
                            .seconds())
                    .isEqualTo(3_000);
        }
    }

    @Nested
    class Shortest {
        @Test
        void aLongerScopeOrClientDoesNotLengthen() {
            assertThat(decide(DurationRule.SHORTEST, 100, UNSET, READ)
                            .duration()
                            .seconds())
                    .isEqualTo(100);
            assertThat(decide(DurationRule.SHORTEST, 100, 5_000, READ)
                            .duration()
                            .seconds())
                    .isEqualTo(100);
        }

        @Test
        void theShortestWinsWhateverItsLevel() {
            assertThat(decide(DurationRule.SHORTEST, 86_400, 3_000, WRITE).winner())
                    .isEqualTo(new DurationCandidate(DurationLevel.SCOPE, WRITE.name(), TokenDuration.ofSeconds(600)));
        }

        @Test
        void theBuiltInDurationCountsWhereTheServiceSetsNone() {
            assertThat(decide(DurationRule.SHORTEST, UNSET, 100_000).duration().seconds())
                    .isEqualTo(86_400);
        }
    }

    @Nested
    class MostSpecific {
        @Test
        void theClientWinsEvenIfItIsLonger() {
            assertThat(decide(DurationRule.MOST_SPECIFIC, 100, 5_000, READ, WRITE)
                            .duration()
                            .seconds())
                    .isEqualTo(5_000);
        }

        @Test
        void theShortestScopeWinsOverTheServiceEvenIfItIsLonger() {
            assertThat(decide(DurationRule.MOST_SPECIFIC, 100, UNSET, READ, WRITE)
                            .winner())
                    .isEqualTo(new DurationCandidate(DurationLevel.SCOPE, WRITE.name(), TokenDuration.ofSeconds(600)));
        }

        @Test
        void theBuiltInDurationIsTheLastResort() {
            assertThat(decide(DurationRule.MOST_SPECIFIC, UNSET, UNSET).winner().level())
                    .isEqualTo(DurationLevel.BUILT_IN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExplicitDurationWinsOverAllLevels(DurationRule rule) {
        DurationDecision decision = rule.decide(new DurationQuestion(
                TokenKind.ACCESS, seconds(999_999), seconds(3_000), List.of(WRITE), seconds(86_400)));
        assertThat(decision.duration().seconds()).isEqualTo(999_999);
        assertThat(decision.winner().level()).isEqualTo(DurationLevel.REQUEST);
    }

    @Test
    void eachKindHasItsOwnAttributeAndDefault() {
        Scope scope = scope("s", "refresh_token.duration", "77");
        for (TokenKind kind : TokenKind.values()) {
            long expected = switch (kind) {
                case ACCESS, ID_TOKEN -> 86_400;
                case REFRESH -> 77;
            };
            DurationQuestion question = new DurationQuestion(kind, null, null, List.of(scope), null);
            assertThat(DurationRule.SHORTEST.decide(question).duration().seconds())
                    .isEqualTo(expected);
        }
        assertThat(TokenKind.REFRESH.builtIn().seconds()).isEqualTo(864_000);
    }

    @Test
    void theDecisionExplainsItself() {
        DurationDecision decision = decide(DurationRule.SHORTEST, 86_400, 3_000, READ, WRITE);
        assertThat(decision.candidates())
                .extracting(DurationCandidate::level)
                .containsExactly(DurationLevel.SERVICE, DurationLevel.SCOPE, DurationLevel.SCOPE, DurationLevel.CLIENT);
        assertThat(decision.explanation())
                .isEqualTo("ACCESS 600s: SCOPE(write) won by SHORTEST of "
                        + "[SERVICE=86400s, SCOPE(read)=3600s, SCOPE(write)=600s, CLIENT=3000s]");
    }

    @Test
    void isNamedByAServiceAttribute() {
        assertThat(DurationRule.ofAttributeValue("shortest")).contains(DurationRule.SHORTEST);
        assertThat(DurationRule.ofAttributeValue("most_specific")).contains(DurationRule.MOST_SPECIFIC);
        assertThat(DurationRule.ofAttributeValue("MOST_SPECIFIC")).isEmpty();
    }
}
