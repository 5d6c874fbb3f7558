package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A client is told which scopes it got wherever they are not those that it asked for (RFC 6749 sections 3.3 and 5.1). */
@OnEveryStore
final class ToldScopesTest {
    private final Tenant tenant;
    private final OAuthClient client;

    ToldScopesTest(Stage stage) {
        tenant = stage.tenant();
        client = tenant.client();
    }

    @Test
    void noneOfThoseAskedForIsToldByCode() {
        String ticket = client.ticket("response_type", "code", "scope", "read write");
        Answer issued = issueWithoutScopes(ticket);
        Tokens tokens = Tokens.of(client.exchange(issued.text("authorizationCode")));

        told(tokens.answer(), "");
        told(client.refreshed(tokens).answer(), "");
    }

    @Test
    void anUnknownScopeIsToldToBeMissing() {
        told(client.exchange(client.code("user", "admin")), "");
        told(client.exchange(client.code("user", "admin read")), "read");
        told(client.token("grant_type", "client_credentials", "scope", "nope"), "");
        told(client.token("grant_type", "client_credentials", "scope", "nope write"), "write");
        assertThat(Form.fragment(client.implicit("user", "admin").location())).containsEntry("scope", "");
    }

    @Test
    void noneOfTheDefaultScopesIsTold() {
        tenant.change(
                "supportedScopes", List.of(Json.map("name", "read", "defaultEntry", true), Tenant.scope("write")));
        Answer issued = issueWithoutScopes(client.ticket("response_type", "code"));

        told(client.exchange(issued.text("authorizationCode")), "");
    }

    @Test
    void whatAnAdministratorTookMeanwhileIsTold() {
        Tokens tokens = client.tokens("user", "read");
        String code = client.code("user", "read");
        client.api()
                .post(
                        "client/extension/requestable_scopes/update/" + client.id(),
                        "requestableScopes",
                        List.of("write"))
                .ok();

        told(client.exchange(code), "");
        told(client.refreshed(tokens).answer(), "");
    }

    @Test
    void whatTheUserTookMeanwhileIsToldAtEachRefresh() {
        Tokens tokens = client.tokens("user", "read");
        client.api()
                .post("client/authorization/update/" + client.id(), "subject", "user", "scopes", List.of())
                .ok();

        Tokens refreshed = client.refreshed(tokens);

        told(refreshed.answer(), "");
        told(client.refreshed(refreshed).answer(), "");
    }

    @Test
    void whereNobodySpokeOfScopesNothingIsTold() {
        Tokens tokens = Tokens.of(client.exchange(client.code("user")));
        assertThat(tokens.answer().content().has("scope")).isFalse();
        assertThat(client.refreshed(tokens).answer().content().has("scope")).isFalse();
        assertThat(client.token("grant_type", "client_credentials").content().has("scope"))
                .isFalse();
    }

    @Test
    void aBlankScopeIsNone() {
        Tokens tokens = client.tokens("user", "read write");
        told(client.refresh(tokens.refresh(), "scope", " "), "read write");
        assertThat(client.exchange(client.code("user", "  ")).content().has("scope"))
                .isFalse();
        tenant.change("supportedScopes", List.of(Json.map("name", "read", "defaultEntry", true)));
        told(client.exchange(client.code("user", " ")), "read");
        told(client.token("grant_type", "client_credentials", "scope", " "), "read");
    }

    private Answer issueWithoutScopes(String ticket) {
        return client.api().post("auth/authorization/issue", "ticket", ticket, "subject", "user", "scopes", List.of());
    }

    private static void told(Answer answer, String scope) {
        answer.does("OK");
        assertThat(answer.content("scope")).isEqualTo(scope);
    }
}
