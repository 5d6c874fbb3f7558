package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a refresh does to the tokens: the four modes, their links, retries and theft. */
@OnEveryStore
final class RefreshTest {
    private static final String A = "https://a.example/";
    private static final String B = "https://b.example/";

    private static final long LIFE = 864_000_000;
    private static final Duration LATER = Duration.ofSeconds(1_000);

    private final Stage stage;

    RefreshTest(Stage stage) {
        this.stage = stage;
    }

    @Nested
    class TheFourModes {
        @Test
        void aKeptRefreshTokenKeepsItsExpiry() {
            OAuthClient client = client("refreshTokenKept", true);
            Tokens tokens = client.tokens("user", "read");
            long issuedAt = stage.now();
            stage.later(LATER);

            Tokens refreshed = client.refreshed(tokens);

            assertThat(refreshed.refresh()).isEqualTo(tokens.refresh());
            assertThat(refreshed.answer().number("refreshTokenExpiresAt")).isEqualTo(issuedAt + LIFE);
            onlyTheNewAccessTokenWorks(client, tokens, refreshed);
        }

        @Test
        void aKeptRefreshTokenStartsANewLifeWithReset() {
            OAuthClient client = client("refreshTokenKept", true, "refreshTokenDurationReset", true);
            Tokens tokens = client.tokens("user", "read");
            stage.later(LATER);

            Tokens refreshed = client.refreshed(tokens);

            assertThat(refreshed.refresh()).isEqualTo(tokens.refresh());
            assertThat(refreshed.answer().number("refreshTokenExpiresAt")).isEqualTo(stage.now() + LIFE);
            onlyTheNewAccessTokenWorks(client, tokens, refreshed);
        }

        @Test
        void aRotatedRefreshTokenStartsANewLife() {
            OAuthClient client = client();
            Tokens tokens = client.tokens("user", "read");
            stage.later(LATER);

            Tokens refreshed = client.refreshed(tokens);

            assertThat(refreshed.refresh()).isNotEqualTo(tokens.refresh());
            assertThat(refreshed.answer().number("refreshTokenExpiresAt")).isEqualTo(stage.now() + LIFE);
            onlyTheNewAccessTokenWorks(client, tokens, refreshed);
        }

        @Test
        void aRotatedRefreshTokenTakesOverTheRemainingLifeIfThatIsKept() {
            OAuthClient client = client("refreshTokenDurationKept", true);
            Tokens tokens = client.tokens("user", "read");
            long issuedAt = stage.now();
            stage.later(LATER);

            Tokens refreshed = client.refreshed(tokens);

            assertThat(refreshed.refresh()).isNotEqualTo(tokens.refresh());
            assertThat(refreshed.answer().number("refreshTokenExpiresAt")).isEqualTo(issuedAt + LIFE);
            onlyTheNewAccessTokenWorks(client, tokens, refreshed);
        }

        private void onlyTheNewAccessTokenWorks(OAuthClient client, Tokens old, Tokens refreshed) {
            assertThat(refreshed.access()).isNotEqualTo(old.access());
            assertThat(client.tenant().works(old.access())).isFalse();
            assertThat(client.tenant().works(refreshed.access())).isTrue();
            assertThat(client.tenant().stored()).isEqualTo(1);
        }
    }

    @Nested
    class Durations {
        @Test
        void followTheSettingsAsTheyAreAtTheRefresh() {
            OAuthClient client = client();
            Tokens tokens = client.tokens("user", "read");
            client.tenant().change("accessTokenDuration", 120);

            Tokens refreshed = client.refreshed(tokens);

            assertThat(refreshed.answer().number("accessTokenDuration")).isEqualTo(120);
            assertThat(refreshed.answer().content().get("expires_in").getAsLong())
                    .isEqualTo(120);
        }

        @Test
        void ofAccessTokensEndWithTheRefreshTokenIfTheyAreLinked() {
            OAuthClient client = client(
                    "tokenExpirationLinked", true, "refreshTokenDuration", 1_000, "refreshTokenDurationKept", true);
            Tokens tokens = client.tokens("user", "read");
            assertThat(tokens.answer().content().get("expires_in").getAsLong()).isEqualTo(1_000);
            stage.later(Duration.ofSeconds(400));

            Tokens refreshed = client.refreshed(tokens);

            assertThat(refreshed.answer().content().get("expires_in").getAsLong())
                    .isEqualTo(600);
            assertThat(refreshed.answer().number("accessTokenExpiresAt"))
                    .isEqualTo(refreshed.answer().number("refreshTokenExpiresAt"));
        }

        @Test
        void canBeGivenByTheAuthorizationServer() {
            OAuthClient client = client();
            Tokens tokens = client.tokens("user", "read");

            Answer refreshed = client.api()
                    .post(
                            "auth/token",
                            "parameters",
                            Form.of("grant_type", "refresh_token", "refresh_token", tokens.refresh()),
                            "clientId",
                            Long.toString(client.id()),
                            "clientSecret",
                            client.secret(),
                            "accessTokenDuration",
                            77,
                            "refreshTokenDuration",
                            88)
                    .does("OK");

            assertThat(refreshed.number("accessTokenDuration")).isEqualTo(77);
            assertThat(refreshed.number("refreshTokenExpiresAt")).isEqualTo(stage.now() + 88_000);
        }
    }

    @Nested
    class Retries {
        @Test
        void withinTheWindowGetTheSameAnswerIfTheServiceSaysSo() {
            OAuthClient client = client("refreshTokenIdempotent", true);
            Tokens tokens = client.tokens("user", "read");
            Tokens refreshed = client.refreshed(tokens);
            stage.later(Duration.ofMillis(59_999));

            Tokens again = client.refreshed(tokens);

            assertThat(refreshed.answer().has("previousRefreshTokenUsed")
                            && refreshed.answer().flag("previousRefreshTokenUsed"))
                    .isFalse();
            assertThat(again.answer().flag("previousRefreshTokenUsed")).isTrue();
            assertThat(again.refresh()).isEqualTo(refreshed.refresh());
            assertThat(client.tenant().works(again.access())).isTrue();
            client.refresh(again.refresh()).does("OK");
        }

        @Test
        void thatAskForSomethingElseAreRefusedAndEndNothing() {
            OAuthClient client = client("refreshTokenIdempotent", true);
            String code = client.code("user", "scope", "read write", "resource", A, "resource", B);
            Tokens first = Tokens.of(client.exchange(code));
            Tokens all = client.refreshed(first);

            client.refresh(first.refresh(), "resource", A).does("BAD_REQUEST", "invalid_target");
            client.refresh(first.refresh(), "resource", "https://c.example/").does("BAD_REQUEST", "invalid_target");
            client.refresh(first.refresh(), "scope", "read").does("BAD_REQUEST", "invalid_scope");
            client.refresh(first.refresh(), "scope", "admin").does("BAD_REQUEST", "invalid_scope");
            client.refresh(first.refresh(), "authorization_details", "[{\"type\":\"nope\"}]")
                    .does("BAD_REQUEST", "invalid_authorization_details");
            assertThat(client.refreshed(first).access()).isEqualTo(all.access());

            Tokens ofA = Tokens.of(client.refresh(all.refresh(), "resource", A, "scope", "read"));
            client.refresh(all.refresh(), "resource", B, "scope", "read").does("BAD_REQUEST", "invalid_target");
            client.refresh(all.refresh(), "resource", A).does("BAD_REQUEST", "invalid_scope");
            Tokens again = Tokens.of(client.refresh(all.refresh(), "resource", A, "scope", "read"));
            assertThat(again.access()).isEqualTo(ofA.access());
        }

        @Test
        void areRefusedWhereAScopeDemandsMeanwhileWhatIsNotGiven() {
            OAuthClient client = client("refreshTokenIdempotent", true);
            Tokens tokens = client.tokens("user", "read");
            client.refreshed(tokens);
            client.tenant().change("supportedScopes", List.of(Tenant.scope("read", "fapi2", "sp")));

            client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_request");
        }

        @Test
        void afterTheWindowEndTheToken() {
            OAuthClient client = client("refreshTokenIdempotent", true);
            Tokens tokens = client.tokens("user", "read");
            Tokens refreshed = client.refreshed(tokens);
            stage.later(Duration.ofSeconds(60));

            client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");

            ended(client, refreshed);
        }

        @Test
        void atOnceEndTheTokenUnlessTheServiceSaysOtherwise() {
            OAuthClient client = client();
            Tokens tokens = client.tokens("user", "read");
            Tokens refreshed = client.refreshed(tokens);

            client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");

            ended(client, refreshed);
        }

        @Test
        void withARefreshTokenFromLongAgoEndTheToken() {
            OAuthClient client = client();
            Tokens first = client.tokens("user", "read");
            Tokens third = client.refreshed(client.refreshed(first));

            client.refresh(first.refresh()).does("BAD_REQUEST", "invalid_grant");

            ended(client, third);
        }

        @Test
        void doNoHarmToOtherTokensOfTheUser() {
            OAuthClient client = client();
            Tokens other = client.tokens("user", "read");
            Tokens tokens = client.tokens("user", "read");
            client.refreshed(tokens);

            client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");

            assertThat(client.tenant().works(other.access())).isTrue();
        }

        private void ended(OAuthClient client, Tokens tokens) {
            client.tenant().introspect(tokens.access()).does("UNAUTHORIZED").says("A057302");
            client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");
        }
    }

    @Nested
    class Scopes {
        @Test
        void canBeNarrowedAndComeBackBecauseTheRefreshTokenHoldsThem() {
            OAuthClient client = client();
            Tokens tokens = client.tokens("user", "read write");

            Tokens narrowed = Tokens.of(client.refresh(tokens.refresh(), "scope", "read"));
            Tokens wide = client.refreshed(narrowed);

            assertThat(narrowed.answer().content("scope")).isEqualTo("read");
            assertThat(client.tenant().works(narrowed.access())).isFalse();
            assertThat(wide.answer().content("scope")).isEqualTo("read write");
        }

        @Test
        void cannotBeWidened() {
            OAuthClient client = client();
            Tokens tokens = client.tokens("user", "read");

            client.refresh(tokens.refresh(), "scope", "read write").does("BAD_REQUEST", "invalid_scope");

            client.refresh(tokens.refresh()).does("OK");
        }
    }

    @Nested
    class TheScopeOpenid {
        @Test
        void isDroppedByARefreshWithoutOfflineAccessIfTheServiceSaysSo() {
            OAuthClient client = client("openidDroppedOnRefreshWithoutOfflineAccess", true);
            Answer created = client.create("user", "scopes", List.of("openid", "read"));

            Answer refreshed = client.refresh(created.text("refreshToken")).does("OK");

            assertThat(refreshed.content("scope")).isEqualTo("read");
        }
    }

    @Nested
    class RefreshTokens {
        @Test
        void areNotIssuedIfTheServiceOrTheClientDoesNotHaveThem() {
            OAuthClient client = client();
            client.change("grantTypes", List.of("AUTHORIZATION_CODE"));

            Answer exchanged = client.exchange(client.code("user", "read")).does("OK");

            assertThat(exchanged.content().has("refresh_token")).isFalse();
            assertThat(exchanged.has("refreshToken")).isFalse();
        }

        @Test
        void keepTheListEntryTheyBeganWith() {
            OAuthClient client = client();
            Tokens tokens = client.tokens("user", "read");
            long issuedAt = stage.now();
            stage.later(LATER);
            client.refreshed(tokens);

            var entry = client.api().get("auth/token/get/list").objects("accessTokens");

            assertThat(entry).singleElement().satisfies(token -> {
                assertThat(token.get("createdAt").getAsLong()).isEqualTo(issuedAt);
                assertThat(token.get("lastRefreshedAt").getAsLong()).isEqualTo(stage.now());
            });
        }
    }

    private OAuthClient client(Object... serviceSettings) {
        return stage.tenant(serviceSettings).client();
    }
}
