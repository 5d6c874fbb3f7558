package dev.grantkeep.domain.client;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ClientTest {
    private final Client client = Samples.client();

    @Test
    void everyChangeIsTheNextVersion() {
        Client last = client.update(ClientSettings.EMPTY, NOW.plusSeconds(1))
                .state()
                .withSecret(new Secret("new"), NOW.plusSeconds(2))
                .state()
                .withLock(true, NOW.plusSeconds(3))
                .state()
                .cutOff(new Generation(5), NOW.plusSeconds(4))
                .state();
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
        Client without = client.update(ClientSettings.EMPTY, NOW).state();
        assertThat(without.getsRefreshToken(GrantType.AUTHORIZATION_CODE, Samples.service()))
                .isFalse();
        var bare = Samples.service().update(ServiceSettings.EMPTY, NOW).state();
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

    @Test
    void keepsItsSeatWhileItBelongsToItsDeveloper() {
        Client seated = client.update(of("me"), NOW).state().withSeat(3);
        assertThat(seated.withLock(true, NOW).state().seat()).isEqualTo(3);
        assertThat(seated.update(of("me"), NOW).state().seat()).isEqualTo(3);
        assertThat(seated.update(of("you"), NOW).state().seat()).isNull();
    }

    @Test
    void aDeveloperHasAtMost100Characters() {
        assertThat(of("x".repeat(100)).developer()).isEqualTo("x".repeat(100));
        assertThatIllegalArgumentException().isThrownBy(() -> of("x".repeat(101)));
    }

    @Test
    void anAliasCountsIfItIsEnabled() {
        ClientSettings settings = settings(Map.of("clientIdAlias", "app", "clientIdAliasEnabled", true));
        assertThat(settings.alias()).isEqualTo(new ClientAlias("app"));
        assertThat(settings.aliasEnabled()).isTrue();
        assertThat(ClientSettings.EMPTY.alias()).isNull();
        assertThat(ClientSettings.EMPTY.aliasEnabled()).isFalse();
    }

    @Test
    void itsTokensNameItByItsAliasIfTheRequestDid() {
        Client aliased =
                client.update(settings(Map.of("clientIdAlias", "app")), NOW).state();
        assertThat(aliased.nameFor(NamedBy.ALIAS)).isEqualTo("app");
        assertThat(aliased.nameFor(NamedBy.ID)).isEqualTo(client.id().toString());
        assertThat(client.nameFor(NamedBy.ALIAS)).isEqualTo(client.id().toString());
    }

    @Test
    void getsIdTokensByRs256WhereNothingIsSaid() {
        assertThat(ClientSettings.EMPTY.idToken().signature()).contains(SignatureAlgorithm.RS256);
        assertThat(ClientSettings.EMPTY.userInfo().isAbsent()).isTrue();
        ClientSettings said = settings(
                Map.of("idTokenSignAlg", "ES256", "userInfoSignAlg", "PS256", "subjectType", "PAIRWISE", "jwks", "{}"));
        assertThat(said.idToken().signature()).contains(SignatureAlgorithm.ES256);
        assertThat(said.userInfo().signature()).contains(SignatureAlgorithm.PS256);
        assertThat(said.jwks()).isEqualTo("{}");
        assertThat(said.isPairwise()).isTrue();
        assertThat(ClientSettings.EMPTY.isPairwise()).isFalse();
    }

    @Test
    void mayRegisterNoUnsafeRedirectUriThatItDoesNotHaveYet() {
        ClientSettings safe = settings(Map.of("redirectUris", List.of("https://a.example.com/cb")));
        ClientSettings both =
                settings(Map.of("redirectUris", List.of("https://a.example.com/cb", "http://a.example.com/cb")));
        assertThat(safe.insecureRedirectUri(Samples.service(), ClientSettings.EMPTY))
                .isEmpty();
        assertThat(both.insecureRedirectUri(Samples.service(), safe))
                .contains(new RedirectUri("http://a.example.com/cb"));
        assertThat(both.insecureRedirectUri(Samples.service(), both)).isEmpty();
        Service tolerant = Samples.service()
                .update(
                        new ServiceSettings(
                                Members.of(Map.of(
                                        "attributes",
                                        List.of(Map.of("key", "grantkeep.insecure_redirect_uris", "value", "true")))),
                                Set.of()),
                        NOW)
                .state();
        assertThat(both.insecureRedirectUri(tolerant, safe)).isEmpty();
    }

    @Test
    void settingsAreEqualIfTheirDocumentsAre() {
        assertThat(of("me")).isEqualTo(of("me")).isNotEqualTo(of("you")).isNotEqualTo("me");
        assertThat(of("me")).hasToString("ClientSettings[Members[developer]]");
    }

    private static ClientSettings of(String developer) {
        return settings(Map.of("developer", developer));
    }

    private static ClientSettings settings(Map<String, ?> members) {
        return new ClientSettings(Members.of(members), Set.of());
    }
}
