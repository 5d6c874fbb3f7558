package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a resource server is told about a token, from its birth to its end. */
@OnEveryStore
final class IntrospectionTest {
    private static final long NEVER = 253_402_300_799_000L;

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    IntrospectionTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client();
    }

    @Nested
    class RequiredScopes {
        @Test
        void thatAreCoveredAreSufficient() {
            Tokens tokens = client.tokens("user", "read write");

            assertThat(require(tokens, List.of("write", "read")).does("OK").flag("sufficient"))
                    .isTrue();
        }

        @Test
        void thatAreNotCoveredAreForbiddenWithTheDetailsOfTheToken() {
            Tokens tokens = client.tokens("user", "read");

            Answer answer = require(tokens, List.of("write")).does("FORBIDDEN").says("A064302");

            assertThat(answer.text("resultMessage"))
                    .isEqualTo("[A064302] The access token does not cover the required scope 'write'.");
            assertThat(answer.text("responseContent"))
                    .startsWith("Bearer error=\"insufficient_scope\",error_description=\"[A064302] ")
                    .contains("error_uri=\"https://docs.authlete.com/#A064302\"")
                    .matches(".*,scope=\"(read write|write read)\"");
            assertThat(answer.flag("existent")).isTrue();
            assertThat(answer.flag("usable")).isTrue();
            assertThat(answer.has("sufficient") && answer.flag("sufficient")).isFalse();
            assertThat(answer.flag("refreshable")).isTrue();
            assertThat(answer.number("clientId")).isEqualTo(client.id());
            assertThat(answer.texts("scopes")).containsExactly("read");
        }

        @Test
        void thatNoServiceKnowsAreNotCoveredEither() {
            Tokens tokens = client.tokens("user", "read");

            require(tokens, List.of("unknown")).does("FORBIDDEN").says("A064302");
            require(tokens, List.of("read write")).does("FORBIDDEN");
        }

        @Test
        void neverBreakTheHeaderTheyAreAnsweredIn() {
            Tokens tokens = client.tokens("user", "read");

            for (String scope : List.of("a\"b", "a\\b", "a\r\nSet-Cookie: b", "\u00fc")) {
                assertThat(require(tokens, List.of(scope)).does("FORBIDDEN").text("responseContent"))
                        .matches("Bearer error=\"insufficient_scope\"(,[a-z_]+=\"[ !#-\\[\\]-~]*\")+");
            }
        }

        @Test
        void areSeparatedBySpacesInAForm() {
            Tokens tokens = client.tokens("user", "read");

            tenant.api()
                    .postForm("auth/introspection", Form.of("token", tokens.access(), "scopes", "read"))
                    .does("OK");
            tenant.api()
                    .postForm("auth/introspection", Form.of("token", tokens.access(), "scopes", "read write"))
                    .does("FORBIDDEN");
        }

        private Answer require(Tokens tokens, List<String> scopes) {
            return tenant.api().post("auth/introspection", "token", tokens.access(), "scopes", scopes);
        }
    }

    @Nested
    class ARequiredSubject {
        @Test
        void mustBeTheTokens() {
            Tokens tokens = client.tokens("user", "read");

            tenant.api()
                    .post("auth/introspection", "token", tokens.access(), "subject", "user")
                    .does("OK");
            Answer other = tenant.api()
                    .post("auth/introspection", "token", tokens.access(), "subject", "other")
                    .does("FORBIDDEN");

            assertThat(other.text("responseContent")).contains("error=\"invalid_request\"");
        }
    }

    @Nested
    class AnExpiredToken {
        @Test
        void isReportedAsRefreshableAndCanBeRefreshed() {
            Tokens tokens = client.tokens("user", "read");
            stage.later(Duration.ofSeconds(86_400));

            for (int i = 0; i < 2; i++) {
                Answer answer =
                        tenant.introspect(tokens.access()).does("UNAUTHORIZED").says("A065301");
                assertThat(answer.flag("existent")).isTrue();
                assertThat(answer.has("usable") && answer.flag("usable")).isFalse();
                assertThat(answer.flag("refreshable")).isTrue();
                assertThat(answer.text("responseContent")).contains("error=\"invalid_token\"");
            }
            assertThat(tenant.works(client.refreshed(tokens).access())).isTrue();
        }

        @Test
        void isStillListedUntilItIsSwept() {
            Tokens tokens = client.tokens("user", "read");
            stage.later(Duration.ofSeconds(864_000));

            Answer answer = tenant.introspect(tokens.access()).does("UNAUTHORIZED");
            assertThat(answer.has("refreshable") && answer.flag("refreshable")).isFalse();
            assertThat(tenant.clientsOf("user")).containsExactly(client.id());
            assertThat(tenant.api()
                            .get("auth/token/get/list?tokenStatus=INVALID")
                            .number("totalCount"))
                    .isEqualTo(1);
            assertThat(tenant.api().get("auth/token/get/list?tokenStatus=VALID").number("totalCount"))
                    .isZero();

            stage.app().sweep();

            tenant.introspect(tokens.access()).does("UNAUTHORIZED").says("A057302");
            assertThat(tenant.clientsOf("user")).isEmpty();
            assertThat(tenant.stored()).isZero();
        }
    }

    @Nested
    class AnUnusedToken {
        @Test
        void isDeadAfter90DaysWhateverItsExpiry() {
            Answer created = client.create("user", "accessTokenPersistent", true);
            String token = created.text("accessToken");
            stage.later(Duration.ofDays(90).minusMillis(1));
            assertThat(tenant.works(token)).isTrue();
            stage.later(Duration.ofDays(90));

            tenant.introspect(token).does("UNAUTHORIZED").says("A057302");
            client.refresh(created.text("refreshToken")).does("BAD_REQUEST", "invalid_grant");
        }

        @Test
        void livesOnAsLongAsItIsUsed() {
            String token = client.create("user", "accessTokenPersistent", true).text("accessToken");

            for (int i = 0; i < 4; i++) {
                stage.later(Duration.ofDays(89));
                assertThat(tenant.works(token)).isTrue();
                stage.app().sweep();
            }
        }
    }

    @Nested
    class APersistentToken {
        @Test
        void hasTheLastExpiryThereIsAndNoExpiresIn() {
            Answer created =
                    client.create("user", "accessTokenPersistent", true).does("OK");
            String token = created.text("accessToken");

            assertThat(created.number("expiresAt")).isEqualTo(NEVER);
            assertThat(tenant.introspect(token).number("expiresAt")).isEqualTo(NEVER);
            assertThat(standard("token", token).has("exp")).isFalse();
        }
    }

    @Nested
    class TheStandardWay {
        @Test
        void tellsOfRefreshTokensToo() {
            Tokens tokens = client.tokens("user", "read");

            JsonObject content = standard("token", tokens.refresh(), "token_type_hint", "refresh_token");

            assertThat(content.get("active").getAsBoolean()).isTrue();
            assertThat(content.get("exp").getAsLong()).isEqualTo(stage.now() / 1_000 + 864_000);
            assertThat(content.get("scope").getAsString()).isEqualTo("read");
        }

        @Test
        void showsVisiblePropertiesAndHiddenOnesOnRequest() {
            String token = client.create(
                            "user",
                            "properties",
                            List.of(
                                    Json.map("key", "shown", "value", "1"),
                                    Json.map("key", "kept", "value", "2", "hidden", true)))
                    .text("accessToken");

            assertThat(standard("token", token).get("shown").getAsString()).isEqualTo("1");
            assertThat(standard("token", token).has("kept")).isFalse();
            Answer withHidden = tenant.api()
                    .post(
                            "auth/introspection/standard",
                            "parameters",
                            Form.of("token", token),
                            "withHiddenProperties",
                            true);
            assertThat(withHidden.content("kept")).isEqualTo("2");
        }

        @Test
        void saysNothingOfATokenThatDoesNotWork() {
            Tokens tokens = client.tokens("user", "read");
            stage.later(Duration.ofSeconds(86_400));

            assertThat(standard("token", tokens.access()).toString()).isEqualTo("{\"active\":false}");
        }
    }

    private JsonObject standard(Object... parameters) {
        return tenant.api()
                .post("auth/introspection/standard", "parameters", Form.of(parameters))
                .does("OK")
                .says("A145001")
                .content();
    }
}
