package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a client an answer shows: what a consent page needs where there may be one, and less in lists of 3.0. */
@OnEveryStore
final class ShownClientTest {
    private static final List<String> TOLD_TO_THE_USER =
            List.of("clientUri", "logoUri", "policyUri", "tosUri", "description");

    private final Stage stage;
    private final OAuthClient client;

    ShownClientTest(Stage stage) {
        this.stage = stage;
        client = stage.tenant()
                .client(
                        "clientUri",
                        "https://client.example/",
                        "logoUri",
                        "https://client.example/logo",
                        "logoUris",
                        List.of(Json.map("tag", "ja", "value", "https://client.example/logo-ja")),
                        "policyUri",
                        "https://client.example/policy",
                        "tosUri",
                        "https://client.example/tos",
                        "description",
                        "It does things.",
                        "authTimeRequired",
                        true,
                        "defaultMaxAge",
                        60,
                        "contacts",
                        List.of("a@client.example"),
                        "attributes",
                        List.of(Json.map("key", "a", "value", "b")));
    }

    @Test
    void aConsentPageSeesWhatItTellsTheUser() {
        JsonObject shown =
                client.request("response_type", "code").does("INTERACTION").object("client");

        for (String member : TOLD_TO_THE_USER) {
            assertThat(shown.get(member).getAsString()).as(member).isNotEmpty();
        }
        assertThat(shown.getAsJsonArray("logoUris")).hasSize(1);
        assertThat(shown.get("defaultMaxAge").getAsInt()).isEqualTo(60);
        assertThat(shown.get("authTimeRequired").getAsBoolean()).isTrue();
        assertThat(shown.get("locked").getAsBoolean()).isFalse();
        assertThat(shown.get("createdAt").getAsLong()).isPositive();
        assertThat(shown.has("serviceNumber")).isTrue();
    }

    @Test
    void aConsentPageOfThreeZeroSeesNoMore() {
        JsonObject shown = client.request("response_type", "code").object("client");

        assertThat(shown.has("clientSecret")).isFalse();
        boolean reduced = stage.dialect() == Dialect.V3;
        for (String member : List.of("redirectUris", "contacts", "attributes", "extension", "developer")) {
            assertThat(shown.has(member)).as(member).isNotEqualTo(reduced);
        }
    }

    @Test
    void aListOfThreeZeroHasTheShortForm() {
        client.tokens("user", "read");

        JsonObject listed = client.api()
                .get("client/authorization/get/list/user")
                .ok()
                .objects("clients")
                .get(0);

        assertThat(listed.get("description").getAsString()).isEqualTo("It does things.");
        assertThat(listed.has("logoUri")).isEqualTo(stage.dialect() == Dialect.V2);
    }
}
