package dev.grantkeep.domain.userinfo;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.openid.RequestedClaims;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.Verdict;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core section 5.3. */
final class UserInfoTest {
    private static final String ALIAS = "my-app";

    private final Client client = aClientWithAnAlias();
    private TokenDetails details = TokenDetails.NONE;
    private @Nullable String sub;
    private Members claims = Members.NONE;

    @Nested
    class AsPlainJson {
        @Test
        void namesTheSubjectUnlessTheTokenOrTheCallSaysAnotherName() {
            assertThat(plain().tree()).containsExactly(Map.entry("sub", Samples.SUBJECT.value()));
            details = details.withIdentity(new Identity(
                    "of the token", List.of(), List.of(), RequestedClaims.NONE, Members.NONE, Members.NONE));
            assertThat(plain().text("sub")).isEqualTo("of the token");
            sub = "of the call";
            assertThat(plain().text("sub")).isEqualTo("of the call");
        }

        @Test
        void keepsTheTypesOfTheClaimsAndNothingThatOnlyATokenHas() {
            claims = Members.of(Map.of(
                    "email_verified",
                    true,
                    "updated_at",
                    5L,
                    "address",
                    Map.of("locality", "Ulm"),
                    "sub",
                    "evil",
                    "iss",
                    "evil",
                    "aud",
                    "evil",
                    "iat",
                    1L,
                    "exp",
                    2L));
            assertThat(plain())
                    .isEqualTo(Members.of(Map.of(
                            "email_verified",
                            true,
                            "updated_at",
                            5L,
                            "address",
                            Map.of("locality", "Ulm"),
                            "sub",
                            Samples.SUBJECT.value())));
        }
    }

    @Nested
    class AsAJwt {
        @Test
        void saysWhoToldItToWhomAndUntilWhenItCounts() {
            claims = Members.of(Map.of("name", "A B", "exp", 2L));
            long now = NOW.getEpochSecond();
            assertThat(ofJwt())
                    .isEqualTo(Members.of(Map.of(
                            "name",
                            "A B",
                            "sub",
                            Samples.SUBJECT.value(),
                            "iss",
                            "https://as.example.com",
                            "aud",
                            List.of(client.id().toString()),
                            "iat",
                            now,
                            "exp",
                            now + 86_400)));
        }

        @Test
        void isForTheNameByWhichTheClientAsked() {
            details = details.requestedBy(NamedBy.ALIAS);
            assertThat(ofJwt().texts("aud")).containsExactly(ALIAS);
        }
    }

    @Nested
    class ATokenIsRefused {
        @Test
        void forWhatIsWrongWithIt() {
            assertThat(UserInfoRefusal.of(new Verdict.Expired(NOW, true), token()))
                    .contains(UserInfoRefusal.EXPIRED);
            assertThat(UserInfoRefusal.of(new Verdict.ClientLocked(), token())).contains(UserInfoRefusal.CLIENT_LOCKED);
            assertThat(UserInfoRefusal.of(new Verdict.ScopeMissing("openid"), token()))
                    .contains(UserInfoRefusal.NO_OPENID);
            assertThat(UserInfoRefusal.of(new Verdict.Alive(), token())).isEmpty();
        }

        @Test
        void becauseItIsAboutNobodyBeforeWhatItLacks() {
            TokenRecord ofNobody = Samples.tokenOfNobody("openid");
            assertThat(UserInfoRefusal.of(new Verdict.Alive(), ofNobody)).contains(UserInfoRefusal.NO_SUBJECT);
            assertThat(UserInfoRefusal.of(new Verdict.ScopeMissing("openid"), ofNobody))
                    .contains(UserInfoRefusal.NO_SUBJECT);
            assertThat(UserInfoRefusal.of(new Verdict.Expired(NOW, false), ofNobody))
                    .contains(UserInfoRefusal.EXPIRED);
            assertThat(UserInfoRefusal.of(new Verdict.ClientLocked(), ofNobody))
                    .contains(UserInfoRefusal.CLIENT_LOCKED);
        }

        private TokenRecord token() {
            return Samples.token(Samples.service(), "openid");
        }
    }

    private Members plain() {
        return userInfo().plain();
    }

    private Members ofJwt() {
        return userInfo().ofJwt(NOW);
    }

    private UserInfo userInfo() {
        Service service = Samples.service()
                .update(
                        new ServiceSettings(
                                Samples.service().settings().members().with("issuer", "https://as.example.com"),
                                Set.of()),
                        NOW)
                .state();
        TokenInContext seen = Samples.inContext(Samples.token(service, Samples.REFRESH, details, "openid"));
        return new UserInfo(service, client, seen, sub, claims);
    }

    private static Client aClientWithAnAlias() {
        Members members = Members.of(Map.of("clientIdAlias", ALIAS, "clientIdAliasEnabled", true));
        return new Client(
                Samples.CLIENT,
                Samples.SERVICE,
                1,
                new Secret("secret"),
                new ClientSettings(members, Set.of()),
                false,
                Samples.CLIENT_GENERATION,
                NOW,
                NOW,
                Version.FIRST);
    }
}
