package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which resource servers a token is for (RFC 8707): the refresh token for all of the grant, an access token for less. */
@OnEveryStore
final class TargetResourcesTest {
    private static final String A = "https://a.example/";
    private static final String B = "https://b.example/";

    private final OAuthClient client;

    TargetResourcesTest(Stage stage) {
        client = stage.tenant().client();
    }

    @Test
    void aRefreshMayNameAnotherResourceOfTheGrantThanTheCodeExchangeDid() {
        Tokens tokens = Tokens.of(client.exchange(code(A, B), "resource", A));
        isFor(tokens, List.of(A, B), A);

        Tokens refreshed = Tokens.of(client.refresh(tokens.refresh(), "resource", B));

        isFor(refreshed, List.of(A, B), B);
    }

    @Test
    void aRequestThatNamesNoneIsForAllOfTheGrant() {
        Tokens tokens = Tokens.of(client.exchange(code(A, B)));
        isFor(tokens, List.of(A, B), A, B);
        Tokens narrowed = Tokens.of(client.refresh(tokens.refresh(), "resource", A));
        isFor(narrowed, List.of(A, B), A);

        isFor(client.refreshed(narrowed), List.of(A, B), A, B);
    }

    @Test
    void aRequestForAResourceOutsideOfTheGrantIsRefused() {
        String code = code(A);
        client.exchange(code, "resource", B).does("BAD_REQUEST", "invalid_target");
        Tokens tokens = Tokens.of(client.exchange(code));
        client.refresh(tokens.refresh(), "resource", B).does("BAD_REQUEST", "invalid_target");
        client.refresh(tokens.refresh(), "resource", "relative").does("BAD_REQUEST", "invalid_target");

        isFor(client.refreshed(tokens), List.of(A), A);
    }

    @Test
    void whereNoneIsGrantedTheCodeExchangeAndTheRefreshNarrowAlike() {
        Tokens tokens = Tokens.of(client.exchange(code(), "resource", A));
        isFor(tokens, List.of(), A);

        Tokens refreshed = Tokens.of(client.refresh(tokens.refresh(), "resource", B));

        isFor(refreshed, List.of(), B);
        isFor(client.refreshed(refreshed), List.of());
    }

    /** As its own answer says, as both introspections do, and as a resource server learns by asking for itself. */
    private void isFor(Tokens tokens, List<String> grant, String... access) {
        List<String> targets = List.of(access);
        assertThat(texts(tokens.answer(), "resources")).isEqualTo(grant);
        assertThat(texts(tokens.answer(), "accessTokenResources")).isEqualTo(targets);
        Answer seen = client.tenant().introspect(tokens.access());
        assertThat(texts(seen, "resources")).isEqualTo(grant);
        assertThat(texts(seen, "accessTokenResources")).isEqualTo(targets);
        assertThat(audience(tokens.access())).isEqualTo(targets);
        assertThat(audience(tokens.refresh())).isEqualTo(grant);
        for (String resource : List.of(A, B)) {
            boolean meant = targets.isEmpty() || targets.contains(resource);
            Answer asked =
                    client.api().post("auth/introspection", "token", tokens.access(), "resources", List.of(resource));
            assertThat(asked.text("action")).isEqualTo(meant ? "OK" : "FORBIDDEN");
            assertThat(standard(tokens.access(), "rsUri", resource)
                            .content()
                            .get("active")
                            .getAsBoolean())
                    .isEqualTo(meant);
        }
    }

    private List<String> audience(String token) {
        List<String> audience = new ArrayList<>();
        if (standard(token).content().has("aud")) {
            standard(token).content().getAsJsonArray("aud").forEach(uri -> audience.add(uri.getAsString()));
        }
        return audience;
    }

    private Answer standard(String token, Object... more) {
        List<Object> members = new ArrayList<>(List.of("parameters", Form.of("token", token)));
        members.addAll(List.of(more));
        return client.api()
                .post("auth/introspection/standard", members.toArray())
                .does("OK");
    }

    private static List<String> texts(Answer answer, String member) {
        return answer.has(member) ? answer.texts(member) : List.of();
    }

    private String code(String... resources) {
        List<Object> parameters = new ArrayList<>(List.of("scope", "read"));
        for (String resource : resources) {
            parameters.addAll(List.of("resource", resource));
        }
        return client.code("user", parameters.toArray());
    }
}
