package dev.grantkeep.adapter.rest.openid;

import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OpenID Connect Core section 5: claims, how they are asked for and where they are given; and section 8, by what name a
 * client knows the user.
 */
class OpenIdConnectCoreSection5Test {
    private static final RestServer SERVER = RestServer.shared();
    private static final String EVERY_TYPE = "{\"email_verified\":true,\"phone_number_verified\":false,"
            + "\"updated_at\":1700000000,\"height\":1.75,\"address\":{\"locality\":\"Ulm\"},\"groups\":[\"a\",1],"
            + "\"name\":\"J\u00f6rg\"}";

    private final OpenIdProvider provider =
            new OpenIdProvider(SERVER, OpenIdProvider.aService().with("supportedAcrs", List.of("silver", "gold")));
    private final Client client = provider.client();

    @Nested
    class Section5Dot1Claims {
        @Test
        void keepTheirTypeInTheIdToken() {
            String jwt = provider.request(client).tokens("claims", EVERY_TYPE).member("idToken");
            assertTyped(OpenIdProvider.part(jwt, 1));
        }

        @Test
        void keepTheirTypeInTheUserInfo() {
            Answer tokens = provider.request(client).tokens();
            assertTyped(provider.userInfo(tokens, "claims", EVERY_TYPE).member("responseContent"));
        }

        @Test
        void keepTheirTypeInASignedUserInfo() {
            Client its = provider.client("userInfoSignAlg", "ES256");
            Answer tokens = provider.request(its).tokens();
            String jwt = provider.userInfo(tokens, "claims", EVERY_TYPE).member("responseContent");
            provider.verified(jwt);
            assertTyped(OpenIdProvider.part(jwt, 1));
        }

        private void assertTyped(String json) {
            assertThat(json)
                    .contains("\"email_verified\":true", "\"phone_number_verified\":false")
                    .contains("\"updated_at\":1700000000", "\"height\":1.75", "\"groups\":[\"a\",1]")
                    .contains("\"address\":{\"locality\":\"Ulm\"}", "\"name\":\"J\u00f6rg\"")
                    .doesNotContain("null");
        }
    }

    @Nested
    class Section5Dot3UserInfo {
        @Test
        void isForTokensWithTheScope() {
            Answer refused = provider.userInfo(
                    provider.request(client).with("scope", "read").tokens());
            assertThat(refused.member("action")).isEqualTo("FORBIDDEN");
            assertThat(refused.member("responseContent"))
                    .startsWith("Bearer error=\"insufficient_scope\"")
                    .contains("scope=\"openid\"");
        }

        @Test
        void isNotForAnIdToken() {
            String idToken = provider.request(client).tokens().member("idToken");
            Answer refused = provider.caller().post("/auth/userinfo", "{\"token\":\"" + idToken + "\"}");
            assertThat(refused.member("action")).isEqualTo("UNAUTHORIZED");
            assertThat(refused.member("responseContent")).startsWith("Bearer error=\"invalid_token\"");
        }

        @Test
        void isNotForARefreshToken() {
            String refresh = provider.request(client).tokens().member("refreshToken");
            Answer refused = provider.caller().post("/auth/userinfo", "{\"token\":\"" + refresh + "\"}");
            assertThat(refused.member("action")).isEqualTo("UNAUTHORIZED");
        }

        /** Section 5.3.2: who signs it says by whom and for whom it is. */
        @Test
        void thatIsSignedHasItsIssuerAndAudience() {
            Client its = provider.client("userInfoSignAlg", "ES256");
            Members claims = provider.verified(
                    provider.userInfo(provider.request(its).tokens()).member("responseContent"));
            assertThat(claims.text("iss")).isEqualTo(OpenIdProvider.ISSUER);
            assertThat(claims.texts("aud")).containsExactly(its.id().toString());
        }

        @Test
        void alwaysHasASubject() {
            Answer tokens = provider.request(client).tokens();
            assertThat(provider.userInfo(tokens).member("responseContent")).isEqualTo("{\"sub\":\"user1\"}");
            assertThat(provider.userInfo(tokens, "claims", "{\"sub\":null}").member("responseContent"))
                    .isEqualTo("{\"sub\":\"user1\"}");
        }
    }

    @Nested
    class Section5Dot4Scopes {
        @ParameterizedTest
        @CsvSource({
            "profile, name family_name given_name middle_name nickname preferred_username profile picture website"
                    + " gender birthdate zoneinfo locale updated_at",
            "email, email email_verified",
            "address, address",
            "phone, phone_number phone_number_verified"
        })
        void askForTheirClaims(String scope, String claims) {
            Answer tokens =
                    provider.request(client).with("scope", "openid " + scope).tokens();
            assertThat(claims(check(tokens), "claims")).isEqualTo(list(claims));
        }

        @Test
        void askForAllTogether() {
            Answer tokens = provider.request(client)
                    .with("scope", "openid profile email address phone")
                    .tokens();
            assertThat(check(tokens).body())
                    .contains("\"name\"", "\"updated_at\"", "\"email_verified\"", "\"address\"", "\"phone_number\"");
        }

        /** Where there is no access token, the ID token has them. */
        @Test
        void askForTheirClaimsInTheIdTokenWhereThatIsAllThereIs() {
            Answer asked = provider.request(client)
                    .with("scope", "openid email")
                    .with("response_type", "id_token")
                    .with("nonce", "n")
                    .ask();
            assertThat(claims(asked, "claims")).isEqualTo(list("email email_verified"));
        }

        @Test
        void askForNothingWithoutOpenid() {
            Answer asked = provider.request(client).with("scope", "email").ask();
            assertThat(asked.json().get("claims")).isNull();
        }
    }

    @Nested
    class Section5Dot5TheClaimsParameter {
        @Test
        void isToldToThePages() {
            String claims =
                    "{\"id_token\":{\"birthdate\":null,\"sub\":null},\"userinfo\":{\"name\":{\"essential\":true}}}";
            OpenIdProvider.Request request =
                    provider.request(client).with("scope", "openid email").with("claims", claims);
            Answer asked = request.ask();
            assertThat(claims(asked, "claims")).isEqualTo(list("email email_verified birthdate"));
            assertThat(asked.member("idTokenClaims")).isEqualTo("{\"birthdate\":null,\"sub\":null}");
            assertThat(asked.member("userInfoClaims")).isEqualTo("{\"name\":{\"essential\":true}}");
            assertThat(asked.json().get("claimsAtUserInfo")).isNull();
            Answer v3 = new Browser(SERVER.v3(provider.service()))
                    .ask(
                            client,
                            "&response_type=code&scope=openid+email&redirect_uri="
                                    + OpenIdProvider.encoded(Clients.REDIRECT_URI)
                                    + "&claims=" + OpenIdProvider.encoded(claims));
            assertThat(claims(v3, "claimsAtUserInfo")).contains("email", "name");
        }

        /** Section 5.5.1: essential is no condition; who does not have a claim gets the tokens all the same. */
        @Test
        void asksForAnEssentialClaimThatTheUserDoesNotHaveWithoutHarm() {
            Answer tokens = provider.request(client)
                    .with(
                            "claims",
                            "{\"id_token\":{\"email\":{\"essential\":true}},\"userinfo\":{\"name\":{\"essential\":true}}}")
                    .tokens();
            Members claims = provider.verified(tokens.member("idToken"));
            assertThat(claims.get("email")).isNull();
            assertThat(check(tokens).member("action")).isEqualTo("OK");
            assertThat(provider.userInfo(tokens).member("responseContent")).isEqualTo("{\"sub\":\"user1\"}");
        }

        /** Section 5.5.1.1. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"essential\":true,\"value\":\"platinum\"}",
                    "{\"essential\":true,\"values\":[\"platinum\",\"bronze\"]}"
                })
        void asksInVainForAnEssentialContextThatTheServiceDoesNotHave(String acr) {
            Answer refused = provider.request(client)
                    .with("claims", "{\"id_token\":{\"acr\":" + acr + "}}")
                    .ask();
            assertThat(refused.code()).isEqualTo("A021303");
            assertThat(response(refused))
                    .containsEntry("error", "unmet_authentication_requirements")
                    .doesNotContainKey("code");
        }

        @Test
        void asksForAnEssentialContextThatTheLoginDoesNotHave() {
            OpenIdProvider.Request request = provider.request(client)
                    .with("claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"gold\"]}}}");
            assertThat(request.ask().body()).contains("\"acrs\":[\"gold\"]", "\"acrEssential\":true");
            assertThat(response(request.fail("ACR_NOT_SATISFIED")))
                    .containsEntry("error", "unmet_authentication_requirements");
        }

        @Test
        void wishesForAContextWithoutHarm() {
            Answer asked = provider.request(client)
                    .with("claims", "{\"id_token\":{\"acr\":{\"values\":[\"platinum\"]}}}")
                    .ask();
            assertThat(asked.member("action")).isEqualTo("INTERACTION");
        }

        @Test
        void namesTheOnlyUserThatWillDo() {
            OpenIdProvider.Request request = provider.request(client)
                    .with("prompt", "none")
                    .with("claims", "{\"id_token\":{\"sub\":{\"value\":\"user2\"}}}");
            assertThat(request.ask().member("subject")).isEqualTo("user2");
            assertThat(response(request.fail("DIFFERENT_SUBJECT"))).containsEntry("error", "login_required");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"unknown\":{\"a\":1}}",
                    "{\"id_token\":{\"unheard_of\":null}}",
                    "{\"id_token\":{\"email\":{\"unheard_of\":true}}}",
                    "{\"userinfo\":null}"
                })
        void mayNameWhatIsNotKnown(String claims) {
            assertThat(provider.request(client).with("claims", claims).tokens().member("idToken"))
                    .isNotNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"id_token\":[]}",
                    "{\"id_token\":{\"acr\":{\"essential\":\"true\"}}}",
                    "{\"userinfo\":{\"name\":\"x\"}}",
                    "text"
                })
        void isRefusedIfItHasAnotherForm(String claims) {
            assertThat(response(provider.request(client).with("claims", claims).ask()))
                    .containsEntry("error", "invalid_request");
        }
    }

    @Nested
    class Section8Subjects {
        @Test
        void areTheSameEverywhere() {
            Client pairwise = provider.client("subjectType", "PAIRWISE", "userInfoSignAlg", "ES256");
            Answer tokens = provider.request(pairwise).tokens("sub", "pairwise-1");
            assertThat(provider.verified(tokens.member("idToken")).text("sub")).isEqualTo("pairwise-1");
            assertThat(provider.verified(provider.userInfo(tokens).member("responseContent"))
                            .text("sub"))
                    .isEqualTo("pairwise-1");
            Answer refreshed = provider.refresh(pairwise, tokens);
            assertThat(provider.verified(provider.userInfo(refreshed).member("responseContent"))
                            .text("sub"))
                    .isEqualTo("pairwise-1");
        }

        @Test
        void ofAPairwiseClientTellNothingOfWhoItIs() {
            Client pairwise = provider.client("subjectType", "PAIRWISE");
            Answer tokens = provider.request(pairwise).tokens("sub", "pairwise-1");
            assertThat(OpenIdProvider.part(tokens.member("idToken"), 1)).doesNotContain("user1");
            assertThat(tokens.member("responseContent")).doesNotContain("user1");
            assertThat(provider.request(pairwise)
                            .with("id_token_hint", tokens.member("idToken"))
                            .ask()
                            .member("subject"))
                    .isNull();
        }
    }

    private Answer check(Answer tokens) {
        return provider.caller().post("/auth/userinfo", "{\"token\":\"" + tokens.member("accessToken") + "\"}");
    }

    private static String claims(Answer answer, String member) {
        return Json.writeText(answer.json().get(member));
    }

    private static String list(String names) {
        return "[\"" + names.replace(" ", "\",\"") + "\"]";
    }
}
