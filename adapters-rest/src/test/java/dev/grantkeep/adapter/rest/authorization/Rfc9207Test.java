package dev.grantkeep.adapter.rest.authorization;

import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.domain.client.Client;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9207: every authorization response says which authorization server it is from, so that none passes for another's. */
class Rfc9207Test {
    private static final RestServer SERVER = RestServer.shared();
    private static final String ISSUER = "https://as.example.com/tenant/a%20b/";

    private final OpenIdProvider provider =
            new OpenIdProvider(SERVER, OpenIdProvider.aService().withIssuer(ISSUER));
    private final Client client = provider.client();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code",
                "token",
                "id_token",
                "id_token token",
                "code token",
                "code id_token",
                "code id_token token",
                "none"
            })
    void section2EverySuccessHasTheIssuer(String type) {
        for (String mode : new String[] {null, "form_post", "fragment"}) {
            Map<String, String> given = response(provider.request(client)
                    .with("response_type", type)
                    .with("response_mode", mode)
                    .with("nonce", "n")
                    .allow());
            assertThat(given).containsEntry("iss", ISSUER).doesNotContainKey("error");
        }
    }

    @ParameterizedTest
    @CsvSource({"prompt, x", "max_age, x", "claims, x", "response_mode, x", "scope, re\"ad", "code_challenge, x"})
    void section2EveryErrorOfTheRequestHasTheIssuer(String name, String value) {
        for (String type : new String[] {"code", "token"}) {
            Answer refused = provider.request(client)
                    .with("response_type", type)
                    .with(name, value)
                    .ask();
            assertThat(response(refused))
                    .as(refused.body())
                    .containsKey("error")
                    .containsEntry("iss", ISSUER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DENIED", "NOT_LOGGED_IN", "SERVER_ERROR", "CONSENT_REQUIRED"})
    void section2EveryErrorOfThePagesHasTheIssuer(String reason) {
        for (String mode : new String[] {"query", "form_post", "fragment"}) {
            assertThat(response(
                            provider.request(client).with("response_mode", mode).fail(reason)))
                    .containsKey("error")
                    .containsEntry("iss", ISSUER);
        }
    }

    @Test
    void section2AnUnknownResponseTypeIsAnErrorWithTheIssuer() {
        assertThat(response(provider.request(client).with("response_type", "x").ask()))
                .containsEntry("error", "unsupported_response_type")
                .containsEntry("iss", ISSUER);
    }

    /** Section 2.4: clients compare the texts, character by character. */
    @Test
    void section2Dot4ItIsTheOneOfTheMetadataAndOfTheIdToken() {
        Map<String, String> given = response(provider.request(client)
                .with("response_type", "code id_token")
                .with("nonce", "n")
                .allow());
        Answer document = provider.caller().get("/service/configuration");
        assertThat(given.get("iss"))
                .isEqualTo(ISSUER)
                .isEqualTo(document.member("issuer"))
                .isEqualTo(provider.verified(given.get("id_token")).text("iss"));
    }

    @Test
    void section2NobodyElseSaysTheIssuer() {
        Map<String, String> given = response(provider.request(client)
                .with("iss", "https://evil.example")
                .allow("properties", Json.read("[{\"key\":\"iss\",\"value\":\"https://evil.example\"}]")));
        assertThat(given).containsEntry("iss", ISSUER);
        assertThat(response(provider.request(client)
                        .with("response_type", "token")
                        .allow("properties", Json.read("[{\"key\":\"iss\",\"value\":\"https://evil.example\"}]"))))
                .containsEntry("iss", ISSUER);
    }

    /** A mix-up: the response of one server is recognized at the other, and its code is worth nothing there. */
    @Test
    void section1AnotherServersResponseIsToldApart() {
        OpenIdProvider evil =
                new OpenIdProvider(SERVER, OpenIdProvider.aService().withIssuer("https://evil.example"));
        Client its = evil.client();
        Map<String, String> given = response(provider.request(client).allow());
        assertThat(response(evil.request(its).allow()).get("iss")).isNotEqualTo(given.get("iss"));
        assertThat(evil.redeem(its, given.get("code")).member("action")).isEqualTo("BAD_REQUEST");
        assertThat(provider.redeem(client, given.get("code")).member("action")).isEqualTo("OK");
    }

    @Test
    void section3TheMetadataSaysWhetherItIsThere() {
        assertThat(said(provider)).isEqualTo("true");
        OpenIdProvider quiet =
                new OpenIdProvider(SERVER, OpenIdProvider.aService().with("issSuppressed", true));
        assertThat(said(quiet)).isEqualTo("false");
        assertThat(response(quiet.request(quiet.client()).allow())).doesNotContainKey("iss");
        assertThat(response(quiet.request(quiet.client()).with("prompt", "x").ask()))
                .doesNotContainKey("iss");
    }

    @Test
    void whatGoesToNobodyHasNoIssuer() {
        Answer refused =
                new Browser(provider.caller()).ask(client, "&response_type=code&redirect_uri=https://evil.example");
        assertThat(refused.member("action")).isEqualTo("BAD_REQUEST");
        assertThat(refused.member("responseContent")).doesNotContain("\"iss\"");
    }

    private static String said(OpenIdProvider of) {
        return of.caller().get("/service/configuration").member("authorization_response_iss_parameter_supported");
    }
}
