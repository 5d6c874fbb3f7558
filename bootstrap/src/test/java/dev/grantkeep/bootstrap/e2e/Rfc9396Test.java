package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token request may ask for of the details that were granted (RFC 9396 sections 6, 7 and 9). */
@OnEveryStore
final class Rfc9396Test {
    private static final String ACCOUNT =
            "{\"type\":\"account\",\"actions\":[\"list\",\"read\"],\"locations\":[\"https://a.example/\"],\"iban\":\"DE1\"}";
    private static final String PAYMENT = "{\"type\":\"payment\",\"amount\":{\"value\":\"1.00\"}}";
    private static final String BOTH = "[" + ACCOUNT + "," + PAYMENT + "]";
    private static final String LESS =
            "[{\"iban\":\"DE1\",\"type\":\"account\",\"actions\":[\"read\"],\"locations\":[\"https://a.example/\"]}]";

    private final Tenant tenant;
    private final OAuthClient client;

    Rfc9396Test(Stage stage) {
        tenant = stage.tenant("supportedAuthorizationDetailsTypes", List.of("payment", "account"));
        client = tenant.client();
    }

    private String code() {
        return client.code("user", "authorization_details", BOTH);
    }

    private Tokens granted() {
        return Tokens.of(client.exchange(code()));
    }

    /** Section 6: a token request asks for less than was granted. */
    @Nested
    class Section6 {
        @Test
        void aCodeGivesATokenForAPartAndARefreshTokenForAll() {
            Tokens narrow = Tokens.of(client.exchange(code(), "authorization_details", LESS));
            isFor(narrow, LESS);
            assertThat(standard(narrow.refresh()).get("authorization_details")).isEqualTo(Json.parse(BOTH));

            isFor(Tokens.of(client.refresh(narrow.refresh())), BOTH);
        }

        @Test
        void aRefreshGivesATokenForAPart() {
            Tokens narrow = Tokens.of(client.refresh(granted().refresh(), "authorization_details", LESS));
            isFor(narrow, LESS);
            Tokens other = Tokens.of(client.refresh(narrow.refresh(), "authorization_details", "[" + PAYMENT + "]"));
            isFor(other, "[" + PAYMENT + "]");
        }

        @Test
        void anEmptyArrayAsksForNothingInParticular() {
            isFor(Tokens.of(client.refresh(granted().refresh(), "authorization_details", "[]")), BOTH);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    // more than was granted
                    "[{\"type\":\"account\",\"actions\":[\"read\",\"write\"],\"locations\":[\"https://a.example/\"],\"iban\":\"DE1\"}]",
                    // an empty list, or none, may mean all
                    "[{\"type\":\"account\",\"actions\":[],\"locations\":[\"https://a.example/\"],\"iban\":\"DE1\"}]",
                    "[{\"type\":\"account\",\"locations\":[\"https://a.example/\"],\"iban\":\"DE1\"}]",
                    // another member, another value
                    "[{\"type\":\"payment\",\"amount\":{\"value\":\"1.00\"},\"iban\":\"DE1\"}]",
                    "[{\"type\":\"payment\",\"amount\":{\"value\":\"2.00\"}}]",
                    "[{\"type\":\"payment\"}]",
                    // the members of another detail
                    "[{\"type\":\"payment\",\"iban\":\"DE1\"}]",
                    // one is within, the other is not
                    "[{\"type\":\"payment\",\"amount\":{\"value\":\"1.00\"}},{\"type\":\"account\"}]"
                })
        void whatIsNotWithinTheGrantIsRefusedAndUsesNothingUp(String more) {
            String code = code();
            client.exchange(code, "authorization_details", more).does("BAD_REQUEST", "invalid_authorization_details");
            Tokens tokens = Tokens.of(client.exchange(code));
            client.refresh(tokens.refresh(), "authorization_details", more)
                    .does("BAD_REQUEST", "invalid_authorization_details");
            isFor(Tokens.of(client.refresh(tokens.refresh())), BOTH);
        }

        @Test
        void whereNothingWasGrantedNothingCanBeAskedFor() {
            Tokens tokens = client.tokens("user", "read");
            client.refresh(tokens.refresh(), "authorization_details", "[" + PAYMENT + "]")
                    .does("BAD_REQUEST", "invalid_authorization_details");
        }
    }

    /** Not in the specification: a refresh token just used is answered again, but not with something else. */
    @Test
    void aRefreshTokenJustUsedAsksForTheSamePart() {
        tenant.change("refreshTokenIdempotent", true, "refreshTokenKept", false);
        Tokens tokens = granted();
        isFor(Tokens.of(client.refresh(tokens.refresh(), "authorization_details", LESS)), LESS);
        isFor(Tokens.of(client.refresh(tokens.refresh(), "authorization_details", LESS)), LESS);
        client.refresh(tokens.refresh(), "authorization_details", "[" + PAYMENT + "]")
                .does("BAD_REQUEST", "invalid_authorization_details");
    }

    /** Sections 7 and 9: the client and the resource server are told what the token is for. */
    private void isFor(Tokens tokens, String details) {
        JsonElement expected = Json.parse(details);
        assertThat(tokens.answer().content().get("authorization_details")).isEqualTo(expected);
        assertThat(standard(tokens.access()).get("authorization_details")).isEqualTo(expected);
        assertThat(tenant.introspect(tokens.access())
                        .object("authorizationDetails")
                        .getAsJsonArray("elements"))
                .hasSameSizeAs(expected.getAsJsonArray());
    }

    private JsonObject standard(String token) {
        return client.api()
                .post("auth/introspection/standard", "parameters", Form.of("token", token))
                .does("OK")
                .content();
    }
}
