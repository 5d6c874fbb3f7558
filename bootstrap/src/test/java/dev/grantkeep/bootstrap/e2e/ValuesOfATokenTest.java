package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every value that a token ever had leads to it, in every call alike, and no other value does. */
@OnEveryStore
final class ValuesOfATokenTest {
    /** The settings of every mode of refresh. */
    static final Object[][] MODES = {
        {},
        {"refreshTokenDurationKept", true},
        {"refreshTokenIdempotent", true},
        {"refreshTokenKept", true},
        {"refreshTokenKept", true, "refreshTokenDurationReset", true},
    };

    private final Stage stage;

    ValuesOfATokenTest(Stage stage) {
        this.stage = stage;
    }

    @Nested
    class TheRefreshTokenOfBefore {
        @Test
        void endsTheTokenWhenItsClientRevokesItInEveryMode() {
            inEveryMode((client, refreshed) ->
                    client.revoke(refreshed.before().refresh()).does("OK"));
        }

        @Test
        void endsTheTokenWhenTheAuthorizationServerRevokesItInEveryMode() {
            inEveryMode((client, refreshed) -> assertThat(client.api()
                            .post(
                                    "auth/token/revoke",
                                    "refreshTokenIdentifier",
                                    refreshed.before().refresh())
                            .ok()
                            .number("count"))
                    .isEqualTo(1));
        }

        @Test
        void endsTheTokenWhenItIsDeletedByItInEveryMode() {
            inEveryMode((client, refreshed) ->
                    delete(client, refreshed.before().refresh()).empty());
        }

        @Test
        void endsTheTokenHoweverLongAgoItWasTheCurrentOne() {
            OAuthClient client = stage.tenant().client();
            Tokens first = client.tokens("user", "read");
            Tokens third = client.refreshed(client.refreshed(first));
            stage.later(Duration.ofHours(1));

            client.revoke(first.refresh()).does("OK");

            ended(client, third);
        }

        @Test
        void endsTheTokenIfTheCallerChoseIt() {
            OAuthClient client = stage.tenant().client();
            client.create("user", "refreshToken", "chosen").does("OK");
            Tokens refreshed = client.refreshed(Tokens.of(client.refresh("chosen")));

            client.revoke("chosen").does("OK");

            ended(client, refreshed);
        }

        @Test
        void isActiveAsLongAsTheTokenEndpointAnswersIt() {
            OAuthClient client = stage.tenant("refreshTokenIdempotent", true).client();
            Tokens tokens = client.tokens("user", "read");
            client.refreshed(tokens);
            stage.later(Duration.ofMillis(59_999));

            assertThat(isActive(client, tokens.refresh())).isTrue();
            stage.later(Duration.ofMillis(1));

            assertThat(isActive(client, tokens.refresh())).isFalse();
            client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");
        }

        @Test
        void isInactiveWhereARepetitionIsNotAnswered() {
            OAuthClient client = stage.tenant().client();
            Tokens tokens = client.tokens("user", "read");
            Tokens refreshed = client.refreshed(tokens);

            assertThat(isActive(client, tokens.refresh())).isFalse();
            assertThat(isActive(client, refreshed.refresh())).isTrue();
        }

        @Test
        void namesTheTokenToBeUpdated() {
            OAuthClient client = stage.tenant().client();
            Tokens tokens = client.tokens("user", "read write");
            Tokens refreshed = client.refreshed(tokens);

            client.api()
                    .post("auth/token/update", "refreshToken", tokens.refresh(), "scopes", "read")
                    .does("OK");

            assertThat(client.tenant().scopesOf(refreshed.access())).containsExactly("read");
        }

        @Test
        void ofAnotherClientEndsNothing() {
            OAuthClient client = stage.tenant().client();
            Tokens tokens = client.tokens("user", "read");
            Tokens refreshed = client.refreshed(tokens);
            OAuthClient other = client.tenant().client();

            other.revoke(tokens.refresh()).does("BAD_REQUEST");
            other.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");

            works(client, refreshed);
        }

        private void inEveryMode(BiConsumer<OAuthClient, Refreshed> end) {
            for (Object[] mode : MODES) {
                OAuthClient client = stage.tenant(mode).client();
                Tokens before = client.tokens("user", "read");
                Refreshed refreshed = new Refreshed(before, client.refreshed(before));
                end.accept(client, refreshed);
                ended(client, before);
                ended(client, refreshed.after());
            }
        }
    }

    private record Refreshed(Tokens before, Tokens after) {}

    @Nested
    class TheAccessTokenOfBefore {
        @Test
        void endsTheTokenWhenItsClientRevokesItInEveryMode() {
            inEveryMode((client, access) -> client.revoke(access).does("OK"));
        }

        @Test
        void endsTheTokenWhateverTheHint() {
            inEveryMode(
                    (client, access) -> client.revoke(access, "access_token").does("OK"));
            inEveryMode((client, access) -> client.revoke(access, null).does("OK"));
        }

        @Test
        void endsTheTokenWhenTheAuthorizationServerRevokesItInEveryMode() {
            inEveryMode((client, access) -> assertThat(client.api()
                            .post("auth/token/revoke", "accessTokenIdentifier", access)
                            .ok()
                            .number("count"))
                    .isEqualTo(1));
        }

        @Test
        void endsTheTokenWhenItIsDeletedByItInEveryMode() {
            inEveryMode((client, access) -> delete(client, access).empty());
        }

        @Test
        void endsTheTokenAfterManyRefreshesAndANewValue() {
            OAuthClient client = stage.tenant().client();
            Tokens first = client.tokens("user", "read");
            Tokens third = client.refreshed(client.refreshed(first));
            String fourth = client.api()
                    .post("auth/token/update", "accessToken", third.access(), "accessTokenValueUpdated", true)
                    .does("OK")
                    .text("accessToken");
            stage.later(Duration.ofHours(1));

            client.revoke(third.access()).does("OK");

            ended(client, third);
            assertThat(client.tenant().works(fourth)).isFalse();
        }

        @Test
        void endsTheTokenIfARetryReplacedIt() {
            OAuthClient client = stage.tenant("refreshTokenIdempotent", true).client();
            Tokens first = client.tokens("user", "read");
            Tokens second = client.refreshed(first);
            assertThat(client.refreshed(first).access()).isEqualTo(second.access());
            Tokens third = client.refreshed(second);

            client.revoke(second.access()).does("OK");

            ended(client, third);
        }

        @Test
        void changesNothing() {
            OAuthClient client = stage.tenant().client();
            Tokens tokens = client.tokens("user", "read write");
            Tokens refreshed = client.refreshed(tokens);

            client.api()
                    .post("auth/token/update", "accessToken", tokens.access(), "scopes", "read")
                    .does("NOT_FOUND");

            works(client, refreshed);
        }

        @Test
        void opensNothing() {
            OAuthClient client = stage.tenant("refreshTokenIdempotent", true).client();
            Tokens tokens = client.tokens("user", "read");
            Tokens refreshed = client.refreshed(tokens);

            assertThat(client.tenant().introspect(tokens.access()).flag("existent"))
                    .isFalse();
            assertThat(isActive(client, tokens.access())).isFalse();
            client.refresh(tokens.access()).does("BAD_REQUEST", "invalid_grant");
            client.refresh(refreshed.access()).does("BAD_REQUEST", "invalid_grant");

            works(client, refreshed);
        }

        @Test
        void ofAnotherClientEndsNothing() {
            OAuthClient client = stage.tenant().client();
            Tokens tokens = client.tokens("user", "read");
            Tokens refreshed = client.refreshed(tokens);

            client.tenant().client().revoke(tokens.access()).does("BAD_REQUEST");

            works(client, refreshed);
        }

        @Test
        void isForgottenIfTheCallerChoseIt() {
            OAuthClient client = stage.tenant().client();
            Answer created =
                    client.create("user", "accessToken", "chosen-access-token").does("OK");
            Tokens refreshed = Tokens.of(client.refresh(created.text("refreshToken")));

            client.revoke("chosen-access-token").does("OK");

            works(client, refreshed);
        }

        private void inEveryMode(BiConsumer<OAuthClient, String> end) {
            for (Object[] mode : MODES) {
                OAuthClient client = stage.tenant(mode).client();
                Tokens before = client.tokens("user", "read");
                Tokens after = client.refreshed(before);
                end.accept(client, before.access());
                ended(client, before);
                ended(client, after);
            }
        }
    }

    @Nested
    class ToDelete {
        @Test
        void servesTheRefreshToken() {
            OAuthClient client = stage.tenant().client();
            Tokens tokens = client.tokens("user", "read");

            delete(client, tokens.refresh()).empty();

            ended(client, tokens);
        }

        @Test
        void servesTheHashOfTheRefreshToken() {
            OAuthClient client = stage.tenant().client();
            Tokens tokens = client.tokens("user", "read");

            delete(client, Pkce.s256(tokens.refresh())).empty();

            ended(client, tokens);
        }

        @Test
        void servesTheHashOfTheAccessToken() {
            OAuthClient client = stage.tenant().client();
            Tokens tokens = client.tokens("user", "read");

            delete(client, Pkce.s256(tokens.access())).empty();

            ended(client, tokens);
        }

        @Test
        void servesNoRefreshTokenOfAnotherService() {
            OAuthClient client = stage.tenant().client();
            Tokens tokens = client.tokens("user", "read");

            delete(stage.tenant().client(), tokens.refresh()).refused(403);

            works(client, tokens);
        }
    }

    @Nested
    class AValueMadeUpFromTheIdOfTheToken {
        @Test
        void endsNothing() {
            for (Object[] mode : MODES) {
                OAuthClient client = stage.tenant(mode).client();
                Tokens tokens = client.refreshed(client.tokens("user", "read"));
                byte[] id = Arrays.copyOf(Base64.getUrlDecoder().decode(tokens.refresh()), 16);
                for (int length : new int[] {32, 48}) {
                    String madeUp = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(id, length));

                    client.refresh(madeUp).does("BAD_REQUEST", "invalid_grant");
                    client.revoke(madeUp).does("OK");
                    delete(client, madeUp).refused(404);
                    for (String kind : List.of("access", "refresh")) {
                        client.api()
                                .post("auth/token/revoke", kind + "TokenIdentifier", madeUp)
                                .refused(404);
                        client.api()
                                .post("auth/token/update", kind + "Token", madeUp, "scopes", "write")
                                .does("NOT_FOUND");
                    }
                    assertThat(isActive(client, madeUp)).isFalse();

                    works(client, tokens);
                }
            }
        }
    }

    private static Answer delete(OAuthClient client, String identifier) {
        return client.api().delete("auth/token/delete/" + identifier);
    }

    private static boolean isActive(OAuthClient client, String refreshToken) {
        Answer answer = client.api()
                .post(
                        "auth/introspection/standard",
                        "parameters",
                        Form.of("token", refreshToken, "token_type_hint", "refresh_token"))
                .does("OK");
        return answer.content().get("active").getAsBoolean();
    }

    private static void works(OAuthClient client, Tokens tokens) {
        assertThat(client.tenant().works(tokens.access())).isTrue();
        assertThat(isActive(client, tokens.refresh())).isTrue();
    }

    private static void ended(OAuthClient client, Tokens tokens) {
        assertThat(client.tenant().works(tokens.access())).isFalse();
        assertThat(isActive(client, tokens.refresh())).isFalse();
        client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");
    }
}
