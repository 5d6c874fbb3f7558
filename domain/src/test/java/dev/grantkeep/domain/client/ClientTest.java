package dev.grantkeep.domain.client;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import org.junit.jupiter.api.Test;

final class ClientTest {
    private final Client client = Samples.client();

    @Test
    void everyChangeIsTheNextVersion() {
        Client last = client.update(ClientSettings.EMPTY, NOW.plusSeconds(1))
                .withSecret(new Secret("new"), NOW.plusSeconds(2))
                .withLock(true, NOW.plusSeconds(3))
                .cutOff(new Generation(5), NOW.plusSeconds(4));
        assertThat(last)
                .isEqualTo(new Client(
                        client.id(),
                        client.service(),
                        client.number(),
                        new Secret("new"),
                        ClientSettings.EMPTY,
                        true,
                        new Generation(5),
                        NOW,
                        NOW.plusSeconds(4),
                        new Version(5)));
    }

    @Test
    void mayHaveTheScopesThatTheServiceSupports() {
        assertThat(client.allowed(ScopeSet.of("read", "unknown"), Samples.service()))
                .isEqualTo(ScopeSet.of("read"));
    }

    @Test
    void mayHaveOnlyItsRequestableScopes() {
        Client restricted = Samples.client(Durations.UNSET, ScopeSet.of("read", "unknown"));
        assertThat(restricted.allowed(ScopeSet.of("write", "read", "unknown"), Samples.service()))
                .isEqualTo(ScopeSet.of("read"));
        Client nothing = Samples.client(Durations.UNSET, ScopeSet.EMPTY);
        assertThat(nothing.allowed(ScopeSet.of("read"), Samples.service()).isEmpty())
                .isTrue();
    }

    @Test
    void theRestrictionCanBeTakenAway() {
        ClientSettings restricted = client.settings().requesting(ScopeSet.of("read"));
        assertThat(restricted.requestableScopes()).isEqualTo(ScopeSet.of("read"));
        assertThat(restricted.requesting(null).requestableScopes()).isNull();
        assertThat(restricted.requesting(null)).isEqualTo(client.settings());
    }

    @Test
    void getsARefreshTokenWhereServiceClientAndGrantAllowIt() {
        assertThat(client.getsRefreshToken(GrantType.AUTHORIZATION_CODE, Samples.service()))
                .isTrue();
        assertThat(client.getsRefreshToken(GrantType.IMPLICIT, Samples.service()))
                .isFalse();
        assertThat(client.getsRefreshToken(GrantType.CLIENT_CREDENTIALS, Samples.service()))
                .isFalse();
        Client without = client.update(ClientSettings.EMPTY, NOW);
        assertThat(without.getsRefreshToken(GrantType.AUTHORIZATION_CODE, Samples.service()))
                .isFalse();
        var bare = Samples.service().update(ServiceSettings.EMPTY, NOW);
        assertThat(client.getsRefreshToken(GrantType.AUTHORIZATION_CODE, bare)).isFalse();
    }

    @Test
    void idsArePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientId(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientId(-1));
        assertThat(new ClientId(2)).isGreaterThan(new ClientId(1)).hasToString("2");
    }

    @Test
    void itsTextHidesTheSecret() {
        assertThat(client.withSecret(new Secret("very-private"), NOW).toString())
                .doesNotContain("very-private");
    }
}
