package dev.grantkeep.adapter.rest.authorization;

import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
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

/** OAuth 2.0 Form Post Response Mode: responses that the browser posts. The page itself: AuthorizationResponseTest. */
class OAuth2FormPostResponseModeTest {
    private static final RestServer SERVER = RestServer.shared();

    private final OpenIdProvider provider = new OpenIdProvider(SERVER, OpenIdProvider.aService());
    private final Client client = provider.client();

    @ParameterizedTest
    @CsvSource({
        "code, code",
        "token, access_token token_type expires_in",
        "id_token, id_token",
        "code id_token, code id_token",
        "code token, code access_token",
        "id_token token, id_token access_token",
        "code id_token token, code id_token access_token",
        "none, state"
    })
    void section2AllParametersAreInTheForm(String type, String names) {
        Answer answer = request(type).allow();
        assertThat(answer.member("action")).isEqualTo("FORM");
        assertThat(response(answer))
                .containsKeys(names.split(" "))
                .containsEntry("state", "a state")
                .containsEntry("iss", OpenIdProvider.ISSUER);
        assertThat(answer.member("responseContent"))
                .contains("<form method=\"post\" action=\"" + Clients.REDIRECT_URI + "\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "token", "code id_token", "none"})
    void section2AnErrorIsInTheFormToo(String type) {
        for (Answer refused : List.of(
                request(type).fail("DENIED"), request(type).with("prompt", "x").ask())) {
            assertThat(refused.member("action")).isEqualTo("FORM");
            Map<String, String> given = response(refused);
            assertThat(given).containsKey("error").containsEntry("state", "a state");
            assertThat(given).doesNotContainKeys("code", "access_token", "id_token");
        }
    }

    /** What is posted is in no address, which browsers and servers keep. */
    @Test
    void section2NothingIsInTheAddress() {
        Answer answer = request("code id_token token").allow();
        assertThat(answer.member("responseContent"))
                .doesNotContain(Clients.REDIRECT_URI + "?", Clients.REDIRECT_URI + "#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"><script>alert(1)</script>", "' onclick='x", "&quot;", "</form>"})
    void section2AValueStaysAValue(String state) {
        Answer answer = request("code").with("state", state).allow();
        assertThat(answer.member("responseContent").replace("&quot;", "\"").replace("&#39;", "'"))
                .doesNotContain("<script>alert", "</form></form>");
        assertThat(response(answer).get("state"))
                .isEqualTo(state.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;"));
    }

    @Test
    void section2ARedirectUriThatIsNotRegisteredIsNotPostedTo() {
        Answer refused =
                request("code").with("redirect_uri", "https://evil.example/").ask();
        assertThat(refused.member("action")).isEqualTo("BAD_REQUEST");
        assertThat(refused.member("responseContent")).doesNotContain("<form");
    }

    /** A client that takes its answers in other modes is not posted to. */
    @Test
    void section2AClientMayNotTakeIt() {
        Client other = provider.client("responseModes", List.of("QUERY"));
        Answer refused =
                provider.request(other).with("response_mode", "form_post").ask();
        assertThat(response(refused)).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    private OpenIdProvider.Request request(String type) {
        return provider.request(client)
                .with("response_type", type)
                .with("response_mode", "form_post")
                .with("nonce", "n");
    }
}
