package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.ACCESS;
import static dev.grantkeep.domain.fixture.Samples.ID;
import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.REFRESH;
import static dev.grantkeep.domain.fixture.Samples.scope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.Version;
import dev.grantkeep.domain.duration.DurationLevel;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import org.junit.jupiter.api.Test;

final class IssueOrderTest {
    private static final RefreshPolicy LINKED = new RefreshPolicy(false, false, false, false, true, false);

    @Test
    void makesARecordOfBothTokens() {
        IssuedToken issued = Samples.order(Samples.service(), "read", "write").issue(ID, ACCESS, REFRESH, NOW);
        TokenRecord record = issued.record();
        assertThat(record.access()).isEqualTo(new AccessPart(ACCESS.hash(), NOW.plusSeconds(3_600)));
        assertThat(record.refresh())
                .isEqualTo(
                        new RefreshPart(REFRESH.hash(), NOW.plusSeconds(864_000), ScopeSet.of("read", "write"), null));
        assertThat(record.createdAt()).isEqualTo(NOW);
        assertThat(record.lastUsedAt()).isEqualTo(NOW);
        assertThat(record.lastRefreshedAt()).isNull();
        assertThat(record.version()).isEqualTo(Version.FIRST);
        assertThat(issued.access()).isEqualTo(ACCESS);
        assertThat(issued.refresh()).isEqualTo(REFRESH);
    }

    @Test
    void makesARecordWithoutARefreshToken() {
        IssuedToken issued = Samples.order(Samples.service(), "read").issue(ID, ACCESS, null, NOW);
        assertThat(issued.record().refresh()).isNull();
        assertThat(issued.refreshDuration()).isNull();
    }

    @Test
    void theShortestScopeDecidesTheDuration() {
        Service service = Samples.service(
                RefreshPolicy.DEFAULT,
                Durations.ofSeconds(86_400, 0, 0),
                scope("read", "access_token.duration", "3600"),
                scope("write", "access_token.duration", "600"));
        IssuedToken issued = Samples.order(service, "read", "write").issue(ID, ACCESS, null, NOW);
        assertThat(issued.record().access().expiresAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(issued.accessDuration().winner().level()).isEqualTo(DurationLevel.SCOPE);
    }

    @Test
    void anExplicitDurationWinsAndIsNotCut() {
        IssuedToken issued = order(Samples.service(), Durations.ofSeconds(999_999, 5, 0), false)
                .issue(ID, ACCESS, REFRESH, NOW);
        assertThat(issued.record().access().expiresAt()).isEqualTo(NOW.plusSeconds(999_999));
        assertThat(issued.record().refresh().expiresAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void aLinkedAccessTokenDoesNotOutliveItsRefreshToken() {
        Service service = Samples.service(LINKED);
        Durations durations = Durations.ofSeconds(600, 100, 0);
        assertThat(order(service, durations, false)
                        .issue(ID, ACCESS, REFRESH, NOW)
                        .record()
                        .access()
                        .expiresAt())
                .isEqualTo(NOW.plusSeconds(100));
        assertThat(order(service, durations, false)
                        .issue(ID, ACCESS, null, NOW)
                        .record()
                        .access()
                        .expiresAt())
                .isEqualTo(NOW.plusSeconds(600));
    }

    @Test
    void aPersistentAccessTokenNeverExpires() {
        IssuedToken issued = order(Samples.service(LINKED), Durations.ofSeconds(5, 0, 0), true)
                .issue(ID, ACCESS, REFRESH, NOW);
        assertThat(issued.record().access().isPersistent()).isTrue();
    }

    @Test
    void wantsARefreshTokenWhereTheClientGetsOne() {
        assertThat(Samples.order(Samples.service(), "read").wantsRefreshToken()).isTrue();
    }

    private static IssueOrder order(Service service, Durations requested, boolean persistent) {
        Client client = Samples.client();
        return new IssueOrder(
                service,
                client,
                GrantType.AUTHORIZATION_CODE,
                Samples.SUBJECT,
                ScopeSet.of("read"),
                requested,
                persistent,
                Properties.NONE,
                TokenDetails.NONE,
                new Standing(client.generation(), Samples.head().standing()));
    }
}
