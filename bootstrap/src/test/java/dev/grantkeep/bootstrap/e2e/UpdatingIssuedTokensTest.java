package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** "Updating issued token(s)": one token, and all tokens of a pair of client and user. */
@OnEveryStore
final class UpdatingIssuedTokensTest {
    private static final long NEVER = 253_402_300_799_000L;

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    UpdatingIssuedTokensTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client();
    }

    @Nested
    class ATextWithoutScopes {
        @Test
        void takesNoScopesAwayInJson() {
            for (String blank : List.of("", " ")) {
                Tokens tokens = client.tokens("user", "read write");

                update("auth/token/update", "accessToken", tokens.access(), "scopes", blank);
                update("client/authorization/update/" + client.id(), "subject", "user", "scopes", blank);
                String ticket = client.ticket("response_type", "token", "scope", "read");
                Answer issued = tenant.api()
                        .postJson(
                                "auth/authorization/issue",
                                Json.text(Json.map("ticket", ticket, "subject", "user", "scopes", blank)));

                assertThat(tenant.scopesOf(tokens.access())).containsExactlyInAnyOrder("read", "write");
                assertThat(tenant.scopesOf(issued.does("LOCATION").text("accessToken")))
                        .containsExactly("read");
            }
        }

        private void update(String path, Object... members) {
            tenant.api().postJson(path, Json.text(Json.map(members))).ok();
        }
    }

    @Nested
    class TheTokensOfAPair {
        @Test
        void aUserTakesWriteAccessBack() {
            // 1. The user grants read-only access.
            Tokens first = client.tokens("user", "read");
            // 2. The user grants read-write access as well.
            Tokens second = client.tokens("user", "read write");
            assertThat(tenant.scopesOf(first.access())).containsExactly("read");
            assertThat(tenant.scopesOf(second.access())).containsExactlyInAnyOrder("read", "write");
            // 3. The user looks at the list of clients and takes the write access back.
            assertThat(tenant.clientsOf("user")).containsExactly(client.id());
            tenant.api()
                    .post("client/authorization/update/" + client.id(), "subject", "user", "scopes", "read")
                    .ok();

            assertThat(tenant.scopesOf(first.access())).containsExactly("read");
            assertThat(tenant.scopesOf(second.access())).containsExactly("read");
            tenant.api()
                    .post("auth/introspection", "token", second.access(), "scopes", List.of("write"))
                    .does("FORBIDDEN")
                    .says("A064302");
        }

        @Test
        void noRefreshEverBringsWriteBack() {
            Tokens tokens = client.tokens("user", "read write");
            tenant.api().post("client/authorization/update/" + client.id(), "subject", "user", "scopes", "read");

            client.refresh(tokens.refresh(), "scope", "read write").does("BAD_REQUEST", "invalid_scope");
            Tokens once = client.refreshed(tokens);
            Tokens twice = client.refreshed(once);

            assertThat(once.answer().content("scope")).isEqualTo("read");
            assertThat(twice.answer().content("scope")).isEqualTo("read");
            assertThat(tenant.scopesOf(twice.access())).containsExactly("read");
        }

        @Test
        void aPendingCodeDoesNotBringWriteBack() {
            String code = client.code("user", "read write");
            tenant.api().post("client/authorization/update/" + client.id(), "subject", "user", "scopes", "read");

            Tokens tokens = Tokens.of(client.exchange(code));

            assertThat(tokens.answer().content("scope")).isEqualTo("read");
            assertThat(tenant.scopesOf(tokens.access())).containsExactly("read");
        }

        @Test
        void aNewAuthorizationCanGrantWriteAgain() {
            client.tokens("user", "read write");
            tenant.api().post("client/authorization/update/" + client.id(), "subject", "user", "scopes", "read");

            Tokens again = client.tokens("user", "read write");

            assertThat(tenant.scopesOf(again.access())).containsExactlyInAnyOrder("read", "write");
        }

        @Test
        void onlyTheScopesChange() {
            Answer created = client.create(
                    "user", "scopes", List.of("read"), "properties", List.of(Json.map("key", "k", "value", "v")));
            Answer before = tenant.introspect(created.text("accessToken"));

            tenant.api().post("client/authorization/update/" + client.id(), "subject", "user", "scopes", "write");

            Answer after = tenant.introspect(created.text("accessToken")).does("OK");
            assertThat(after.number("expiresAt")).isEqualTo(before.number("expiresAt"));
            assertThat(after.objects("properties")).isEqualTo(before.objects("properties"));
            assertThat(after.texts("scopes")).containsExactly("write");
        }
    }

    @Nested
    class ASingleToken {
        @Test
        void getsOtherScopesAndNoOtherTokenDoes() {
            Tokens changed = client.tokens("user", "read write");
            Tokens other = client.tokens("user", "read write");

            Answer updated = update(changed.access(), "scopes", List.of("read"));

            assertThat(updated.texts("scopes")).containsExactly("read");
            assertThat(tenant.scopesOf(changed.access())).containsExactly("read");
            assertThat(tenant.scopesOf(other.access())).containsExactlyInAnyOrder("read", "write");
        }

        @Test
        void getsScopesOfItsOwnAfterARewriteOfThePair() {
            Tokens tokens = client.tokens("user", "read write");
            tenant.api().post("client/authorization/update/" + client.id(), "subject", "user", "scopes", "read");

            update(tokens.access(), "scopes", List.of("payment"));

            assertThat(tenant.scopesOf(tokens.access())).containsExactly("payment");
        }

        @Test
        void isRefreshedToTheScopesItWasGiven() {
            Tokens tokens = client.tokens("user", "read write");
            update(tokens.access(), "scopes", List.of("read"));

            assertThat(client.refreshed(tokens).answer().content("scope")).isEqualTo("read");
        }

        @Test
        void getsAnotherExpiry() {
            Tokens tokens = client.tokens("user", "read");
            long expiry = stage.now() + 5_000;

            Answer updated = update(tokens.access(), "accessTokenExpiresAt", expiry);

            assertThat(updated.number("accessTokenExpiresAt")).isEqualTo(expiry);
            assertThat(tenant.introspect(tokens.access()).number("expiresAt")).isEqualTo(expiry);
            stage.later(Duration.ofMillis(4_999));
            assertThat(tenant.works(tokens.access())).isTrue();
            stage.later(Duration.ofMillis(1));
            assertThat(tenant.works(tokens.access())).isFalse();
        }

        @Test
        void getsAnotherExpiryOfItsRefreshToken() {
            Tokens tokens = client.tokens("user", "read");
            long expiry = stage.now() + 5_000;

            Answer updated = update(tokens.access(), "refreshTokenExpiresAt", expiry);

            assertThat(updated.number("refreshTokenExpiresAt")).isEqualTo(expiry);
            stage.later(Duration.ofSeconds(5));
            client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");
        }

        @Test
        void getsOtherPropertiesInPlaceOfAllOldOnes() {
            Answer created = client.create("user", "properties", List.of(Json.map("key", "old", "value", "1")));

            Answer updated = update(
                    created.text("accessToken"),
                    "properties",
                    List.of(Json.map("key", "new", "value", "2", "hidden", true)));

            assertThat(updated.objects("properties")).singleElement().satisfies(property -> {
                assertThat(property.get("key").getAsString()).isEqualTo("new");
                assertThat(property.get("value").getAsString()).isEqualTo("2");
                assertThat(property.get("hidden").getAsBoolean()).isTrue();
            });
            assertThat(tenant.introspect(created.text("accessToken")).objects("properties"))
                    .isEqualTo(updated.objects("properties"));
        }

        @Test
        void keepsWhatIsNotNamed() {
            Tokens tokens = client.tokens("user", "read");
            Answer before = tenant.introspect(tokens.access());

            update(
                    tokens.access(),
                    "accessTokenExpiresAt",
                    0,
                    "refreshTokenExpiresAt",
                    0,
                    "scopes",
                    null,
                    "properties",
                    null,
                    "accessTokenPersistent",
                    false);

            assertThat(tenant.introspect(tokens.access()).text()).isEqualTo(before.text());
        }

        @Test
        void getsTheDurationOfItsNewScopesIfThatIsAskedFor() {
            tenant.change("supportedScopes", List.of(Tenant.scope("read", 1_000_000), Tenant.scope("write", 600)));
            Tokens tokens = client.tokens("user", "write");
            stage.later(Duration.ofSeconds(100));

            Answer updated = update(
                    tokens.access(), "scopes", List.of("read"), "accessTokenExpiresAtUpdatedOnScopeUpdate", true);

            assertThat(updated.number("accessTokenExpiresAt")).isEqualTo(stage.now() + 1_000_000_000L);
        }

        @Test
        void becomesPersistent() {
            Tokens tokens = client.tokens("user", "read");

            Answer updated = update(tokens.access(), "accessTokenPersistent", true);

            assertThat(updated.number("accessTokenExpiresAt")).isEqualTo(NEVER);
            stage.later(Duration.ofDays(80));
            assertThat(tenant.works(tokens.access())).isTrue();
        }

        @Test
        void getsANewValueAndTheOldOneStopsWorking() {
            Tokens tokens = client.tokens("user", "read");

            String fresh =
                    update(tokens.access(), "accessTokenValueUpdated", true).text("accessToken");

            assertThat(fresh).isNotEqualTo(tokens.access());
            assertThat(tenant.works(fresh)).isTrue();
            tenant.introspect(tokens.access()).does("UNAUTHORIZED").says("A057302");
            client.refresh(tokens.refresh()).does("OK");
        }

        @Test
        void isFoundByItsHashAndByItsRefreshToken() {
            Tokens tokens = client.tokens("user", "read write");
            var entry = tenant.api()
                    .get("auth/token/get/list?subject=user")
                    .objects("accessTokens")
                    .get(0);

            for (String locator : List.of("accessTokenHash", "refreshTokenHash")) {
                tenant.api()
                        .post("auth/token/update", locator, entry.get(locator).getAsString(), "scopes", "read")
                        .does("OK");
            }
            Answer updated = tenant.api()
                    .post("auth/token/update", "refreshToken", tokens.refresh(), "scopes", List.of("write"))
                    .does("OK");

            assertThat(updated.text().contains(tokens.refresh())).isFalse();
            assertThat(tenant.scopesOf(tokens.access())).containsExactly("write");
        }

        @Test
        void isNotFoundIfItIsUnknownOrRevoked() {
            Tokens tokens = client.tokens("user", "read");
            tenant.api().delete("client/authorization/delete/" + client.id() + "/user");

            tenant.api().post("auth/token/update", "accessToken", "unknown").does("NOT_FOUND");
            tenant.api()
                    .post("auth/token/update", "accessToken", tokens.access())
                    .does("NOT_FOUND");
            tenant.api().post("auth/token/update").does("BAD_REQUEST");
        }

        private Answer update(String accessToken, Object... changes) {
            Object[] request = new Object[changes.length + 2];
            request[0] = "accessToken";
            request[1] = accessToken;
            System.arraycopy(changes, 0, request, 2, changes.length);
            Answer updated =
                    tenant.api().post("auth/token/update", request).does("OK").says("A135001");
            assertThat(updated.text("resultMessage")).isEqualTo("[A135001] Updated the access token successfully.");
            assertThat(updated.text("tokenType")).isEqualTo("Bearer");
            return updated;
        }
    }
}
