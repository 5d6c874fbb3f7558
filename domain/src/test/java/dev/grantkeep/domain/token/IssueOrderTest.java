package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.ACCESS;
import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.REFRESH;
import static dev.grantkeep.domain.fixture.Samples.inContext;
import static dev.grantkeep.domain.fixture.Samples.scope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.DurationLevel;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Version;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class IssueOrderTest {
    private static final RefreshPolicy LINKED = new RefreshPolicy(false, false, false, false, true, false);

    @Test
    void makesARecordOfBothTokens() {
        IssuedToken issued = issue(order(Samples.service(), GrantType.AUTHORIZATION_CODE, TokenWish.NONE));
        TokenRecord record = issued.record();
        assertThat(record.id()).isEqualTo(Samples.ID);
        assertThat(record.grantType()).isEqualTo(GrantType.AUTHORIZATION_CODE);
        assertThat(record.subject()).isEqualTo(Samples.SUBJECT);
        assertThat(record.access()).isEqualTo(new AccessPart(ACCESS.hash(), NOW.plusSeconds(3_600)));
        assertThat(record.refresh())
                .isEqualTo(
                        new RefreshPart(REFRESH.hash(), NOW.plusSeconds(864_000), ScopeSet.of("read", "write"), null));
        assertThat(record.scopes()).isEqualTo(ScopeSet.of("read"));
        assertThat(record.createdAt()).isEqualTo(NOW);
        assertThat(record.lastUsedAt()).isEqualTo(NOW);
        assertThat(record.lastRefreshedAt()).isNull();
        assertThat(record.version()).isEqualTo(Version.FIRST);
        assertThat(issued.change()).isEqualTo(Change.of(record, Event.Kind.TOKEN_ISSUED, NOW));
        assertThat(issued.access()).isEqualTo(ACCESS);
        assertThat(issued.refresh()).isEqualTo(REFRESH);
    }

    @Test
    void makesARecordWithoutARefreshTokenWhereTheGrantTypeHasNone() {
        TokenWish wish = new TokenWish(Durations.UNSET, false, null, REFRESH);
        IssuedToken issued = issue(order(Samples.service(), GrantType.IMPLICIT, wish));
        assertThat(issued.record().refresh()).isNull();
        assertThat(issued.refresh()).isNull();
        assertThat(issued.refreshDuration()).isNull();
    }

    @Test
    void takesTheValuesThatWereChosen() {
        TokenWish wish = new TokenWish(Durations.UNSET, false, new TokenValue("access"), new TokenValue("refresh"));
        IssuedToken issued = issue(order(Samples.service(), GrantType.AUTHORIZATION_CODE, wish));
        assertThat(issued.access()).isEqualTo(new TokenValue("access"));
        assertThat(issued.refresh()).isEqualTo(new TokenValue("refresh"));
        assertThat(issued.record().access().hash()).isEqualTo(new TokenValue("access").hash());
        assertThat(issued.record().requireRefresh().hash()).isEqualTo(new TokenValue("refresh").hash());
    }

    @Test
    void theShortestScopeDecidesTheDuration() {
        Service service = Samples.service(
                RefreshPolicy.DEFAULT,
                Durations.ofSeconds(86_400, 0, 0),
                scope("read", "access_token.duration", "3600"),
                scope("write", "access_token.duration", "600"));
        IssuedToken issued = issue(Samples.order(service, GrantType.IMPLICIT, TokenWish.NONE, "read", "write"));
        assertThat(issued.record().access().expiresAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(issued.accessDuration().winner().level()).isEqualTo(DurationLevel.SCOPE);
    }

    @Test
    void anExplicitDurationWinsAndIsNotCut() {
        TokenRecord record = issue(order(
                        Samples.service(), GrantType.AUTHORIZATION_CODE, wish(Durations.ofSeconds(999_999, 5, 0))))
                .record();
        assertThat(record.access().expiresAt()).isEqualTo(NOW.plusSeconds(999_999));
        assertThat(record.requireRefresh().expiresAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void aLinkedAccessTokenDoesNotOutliveItsRefreshToken() {
        Service service = Samples.service(LINKED);
        TokenWish wish = wish(Durations.ofSeconds(600, 100, 0));
        assertThat(issue(order(service, GrantType.AUTHORIZATION_CODE, wish))
                        .record()
                        .access()
                        .expiresAt())
                .isEqualTo(NOW.plusSeconds(100));
        assertThat(issue(order(service, GrantType.IMPLICIT, wish))
                        .record()
                        .access()
                        .expiresAt())
                .isEqualTo(NOW.plusSeconds(600));
    }

    @Test
    void aPersistentAccessTokenNeverExpires() {
        TokenWish persistent = new TokenWish(Durations.ofSeconds(5, 0, 0), true, null, null);
        TokenRecord record = issue(order(Samples.service(LINKED), GrantType.AUTHORIZATION_CODE, persistent))
                .record();
        assertThat(record.access().isPersistent()).isTrue();
    }

    @Nested
    class AStanding {
        private final GrantHead head =
                Samples.head().rewriteScopes(ScopeSet.of("read"), NOW).state();

        @Test
        void isThatOfTheGrantAsItWas() {
            Minted minted = mint(Samples.client(), HeadState.of(head));
            assertThat(minted.single()).isFalse();
            assertThat(minted.token().record().standing())
                    .isEqualTo(new Standing(Samples.CLIENT_GENERATION, head.standing()));
        }

        @Test
        void ofATokenThatIsToBeTheOnlyOneIsItsOwn() {
            Minted minted = mint(Samples.singleTokenClient(), HeadState.of(head));
            assertThat(minted.single()).isTrue();
            assertThat(minted.token().record().standing())
                    .isEqualTo(
                            new Standing(Samples.CLIENT_GENERATION, new GrantStanding(Samples.FRESH.generation(), 1)));
            assertThat(inContext(minted.token().record(), head).stands()).isFalse();
            GrantHead moved = head.supersede(Samples.FRESH.generation(), NOW).state();
            assertThat(inContext(minted.token().record(), moved).stands()).isTrue();
        }

        @Test
        void ofATokenWithoutAGrantIsThatOfItsClient() {
            assertThat(Samples.tokenOfNobody("read").standing())
                    .isEqualTo(new Standing(Samples.CLIENT_GENERATION, null));
        }

        private static Minted mint(Client client, HeadState grant) {
            return new IssueOrder(
                            Samples.service(),
                            client,
                            GrantType.AUTHORIZATION_CODE,
                            Samples.SUBJECT,
                            ScopeSet.of("read"),
                            ScopeSet.of("read"),
                            TokenWish.NONE,
                            Properties.NONE,
                            TokenDetails.NONE)
                    .mint(grant, Samples.FRESH, NOW);
        }
    }

    private static IssuedToken issue(IssueOrder order) {
        return order.mint(HeadState.of(Samples.head()), Samples.FRESH, NOW).token();
    }

    private static TokenWish wish(Durations durations) {
        return TokenWish.of(durations, null);
    }

    /** Of the scope read, with the scope write to be given back. */
    private static IssueOrder order(Service service, GrantType type, TokenWish wish) {
        return new IssueOrder(
                service,
                Samples.client(),
                type,
                Samples.SUBJECT,
                ScopeSet.of("read"),
                ScopeSet.of("read", "write"),
                wish,
                Properties.NONE,
                TokenDetails.NONE);
    }
}
