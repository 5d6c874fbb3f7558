package dev.grantkeep.adapter.rest.authorization;

import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.domain.client.Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OAuth 2.0 Multiple Response Type Encoding Practices. */
class OAuth2MultipleResponseTypesTest {
    private static final RestServer SERVER = RestServer.shared();

    private final OpenIdProvider provider = new OpenIdProvider(SERVER, OpenIdProvider.aService());
    private final Client client = provider.client();

    @ParameterizedTest
    @CsvSource({
        "code, ?",
        "none, ?",
        "token, #",
        "id_token, #",
        "code token, #",
        "code id_token, #",
        "id_token token, #",
        "code id_token token, #"
    })
    void section2Dot1EachTypeHasItsDefaultMode(String type, String delimiter) {
        Answer answer = request(type, null).allow();
        assertThat(answer.member("responseContent")).startsWith(Clients.REDIRECT_URI + delimiter);
    }

    @ParameterizedTest
    @CsvSource({"code, query, ?", "code, fragment, #", "none, fragment, #", "token, fragment, #"})
    void section2Dot1AnotherModeCanBeAskedFor(String type, String mode, String delimiter) {
        Answer answer = request(type, mode).allow();
        assertThat(answer.member("responseContent")).startsWith(Clients.REDIRECT_URI + delimiter);
    }

    /** Servers log queries, and pages that are linked to see them. The error itself goes into the fragment. */
    @ParameterizedTest
    @ValueSource(
            strings = {"token", "id_token", "code token", "code id_token", "id_token token", "code id_token token"})
    void section3NoTokenIsInAQuery(String type) {
        Answer refused = request(type, "query").ask();
        assertThat(refused.member("responseContent")).startsWith(Clients.REDIRECT_URI + "#");
        assertThat(response(refused))
                .containsEntry("error", "invalid_request")
                .doesNotContainKeys("access_token", "id_token", "code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUERY", "query.jwt", "jwt", "form_post.jwt", "fragment.jwt", "web_message", "x"})
    void section2Dot1AModeThatIsNotKnownIsRefused(String mode) {
        for (String type : List.of("code", "token")) {
            assertThat(response(request(type, mode).ask()))
                    .containsEntry("error", "invalid_request")
                    .doesNotContainKeys("access_token", "code");
        }
    }

    @Test
    void section2Dot1AModeThatStandsTwiceIsRefused() {
        Answer refused = new Browser(provider.caller())
                .ask(
                        client,
                        "&response_type=code&response_mode=query&response_mode=fragment&redirect_uri="
                                + OpenIdProvider.encoded(Clients.REDIRECT_URI));
        assertThat(response(refused)).containsEntry("error", "invalid_request");
    }

    /** RFC 6749 section 3.1.1: the order of the values does not matter. */
    @ParameterizedTest
    @ValueSource(strings = {"token id_token code", "id_token code token", "code token id_token"})
    void section3TheOrderOfTheWordsDoesNotMatter(String type) {
        assertThat(response(request(type, null).allow())).containsKeys("code", "id_token", "access_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code none", "none token", "code  token", "CODE", "code,token"})
    void section3OtherWordsAreNoType(String type) {
        assertThat(response(request(type, null).ask()))
                .containsEntry("error", "unsupported_response_type")
                .doesNotContainKeys("access_token", "code");
    }

    @Test
    void section4NoneGivesNeitherCodeNorTokens() {
        Map<String, String> given = response(request("none", null).allow());
        assertThat(given).containsOnlyKeys("state", "iss");
        assertThat(response(request("none", null).fail("DENIED"))).containsEntry("error", "access_denied");
    }

    /** Section 5. */
    @ParameterizedTest
    @CsvSource({
        "code token, code access_token",
        "code id_token, code id_token",
        "id_token token, access_token id_token",
        "code id_token token, code access_token id_token"
    })
    void section5ACombinationGivesAllOfItsPartsAndNoOther(String type, String parts) {
        Map<String, String> given = response(request(type, null).allow());
        List<String> expected = List.of(parts.split(" "));
        for (String part : List.of("code", "access_token", "id_token")) {
            assertThat(given.containsKey(part)).as(part).isEqualTo(expected.contains(part));
        }
    }

    /** Of what cannot be given whole nothing is given, as an error in the fragment. */
    @ParameterizedTest
    @ValueSource(strings = {"code token", "code id_token", "id_token token"})
    void section5AnErrorOfACombinationIsInTheFragment(String type) {
        Answer refused = request(type, null).fail("DENIED");
        assertThat(refused.member("responseContent")).startsWith(Clients.REDIRECT_URI + "#");
        assertThat(response(refused))
                .containsEntry("error", "access_denied")
                .doesNotContainKeys("code", "access_token", "id_token");
    }

    private OpenIdProvider.Request request(String type, String mode) {
        return provider.request(client)
                .with("response_type", type)
                .with("response_mode", mode)
                .with("nonce", "n");
    }
}
