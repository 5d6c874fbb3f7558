package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Scopes that an administrator took from a client or a service: no token that is issued afterwards has them. */
@OnEveryStore
final class LostScopesTest {
    private static final List<Object> READ_AND_WRITE = List.of(Tenant.scope("read"), Tenant.scope("write"));

    private final Tenant tenant;
    private final OAuthClient client;

    LostScopesTest(Stage stage) {
        tenant = stage.tenant("supportedScopes", READ_AND_WRITE, "refreshTokenIdempotent", true);
        client = tenant.client();
    }

    @Test
    void aRefreshLeavesOutWhatTheClientMayNotHaveAndGivesItBackWithThePermission() {
        Tokens tokens = client.tokens("user", "read write");
        clientMayHave("read");
        Tokens less = client.refreshed(tokens);
        has(less, "read");
        assertThat(less.answer().content("scope")).isEqualTo("read");

        clientMayHave("read", "write");
        has(client.refreshed(less), "read", "write");
    }

    @Test
    void aRefreshLeavesOutWhatTheServiceDoesNotHaveAndGivesItBackWithTheScope() {
        Tokens tokens = client.tokens("user", "read write");
        tenant.change("supportedScopes", List.of(Tenant.scope("write")));
        Tokens less = client.refreshed(tokens);
        has(less, "write");

        tenant.change("supportedScopes", READ_AND_WRITE);
        has(client.refreshed(less), "read", "write");
    }

    @Test
    void aRefreshDoesNotGiveALostScopeWhoseNameItSays() {
        Tokens tokens = client.tokens("user", "read write");
        clientMayHave("read");

        has(Tokens.of(client.refresh(tokens.refresh(), "scope", "read write")), "read");
    }

    @Test
    void theSameAnswerOnceMoreHasLostThemToo() {
        Tokens tokens = client.tokens("user", "read write");
        client.refreshed(tokens);
        clientMayHave("read");

        Tokens again = client.refreshed(tokens);

        assertThat(again.answer().flag("previousRefreshTokenUsed")).isTrue();
        has(again, "read");
    }

    @Test
    void aCodeExchangeLeavesThemOutAndItsRefreshTokenRemembersThem() {
        String code = client.code("user", "read write");
        clientMayHave("read");
        Tokens tokens = Tokens.of(client.exchange(code));
        has(tokens, "read");

        clientMayHave("read", "write");
        has(client.refreshed(tokens), "read", "write");
    }

    @Test
    void aDecisionLeavesThemOut() {
        String ticket = client.ticket("response_type", "token", "scope", "read write");
        clientMayHave("read");

        Answer issued = client.issue(ticket, "user");

        assertThat(tenant.scopesOf(issued.text("accessToken"))).containsExactly("read");
        assertThat(Form.fragment(issued.location())).containsEntry("scope", "read");
        assertThat(client.api()
                        .get("client/granted_scopes/get/" + client.id() + "/user")
                        .ok()
                        .texts("latestGrantedScopes"))
                .containsExactly("read");
    }

    private void clientMayHave(String... scopes) {
        client.api()
                .post("client/extension/requestable_scopes/update/" + client.id(), "requestableScopes", List.of(scopes))
                .ok();
    }

    private void has(Tokens tokens, String... scopes) {
        assertThat(tokens.answer().texts("scopes")).containsExactlyInAnyOrder(scopes);
        assertThat(tenant.scopesOf(tokens.access())).containsExactlyInAnyOrder(scopes);
    }
}
