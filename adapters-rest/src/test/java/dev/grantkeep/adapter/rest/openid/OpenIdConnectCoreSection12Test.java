package dev.grantkeep.adapter.rest.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core section 12: an ID token after a refresh is about the login of before. */
class OpenIdConnectCoreSection12Test {
    private static final RestServer SERVER = RestServer.shared();
    private static final String ASKED = "{\"id_token\":{\"email\":null},\"userinfo\":{\"name\":{\"essential\":true}}}";

    private final OpenIdProvider provider =
            new OpenIdProvider(SERVER, OpenIdProvider.aService().with("idTokenReissuable", true));
    private final Client client = provider.client();

    /** Section 12.2: {@code iss}, {@code sub} and {@code auth_time} of the login, {@code iat} of now. */
    @Test
    void saysOfTheLoginWhatTheFirstSaid() {
        Answer first = login();
        SERVER.clock().advance(Duration.ofSeconds(100));
        Members before = provider.verified(first.member("idToken"));
        Members after = provider.verified(reissued(provider.refresh(client, first)));
        for (String claim : List.of("iss", "sub", "aud", "auth_time", "acr")) {
            assertThat(after.get(claim)).as(claim).isNotNull().isEqualTo(before.get(claim));
        }
        assertThat(after.whole("iat")).isEqualTo(before.whole("iat") + 100);
    }

    /** A later login of the same user at the same client is another one. */
    @Test
    void itsTimeOfTheLoginIsNotThatOfALaterOne() {
        Answer first = login();
        SERVER.clock().advance(Duration.ofSeconds(100));
        provider.request(client).tokens("authTime", 1_800_000_000, "acr", "silver");
        Answer refreshed = provider.refresh(client, first);
        Members after = provider.verified(reissued(provider.refresh(client, refreshed)));
        assertThat(after.whole("auth_time")).isEqualTo(1_700_000_000);
        assertThat(after.text("acr")).isEqualTo("gold");
    }

    @Test
    void whatWasAskedForOneByOneIsStillAskedFor() {
        Answer refreshed = provider.refresh(client, login());
        Answer again = SERVER.v3(provider.service())
                .post(
                        "/auth/token",
                        Fields.of(
                                "parameters",
                                "grant_type=refresh_token&refresh_token=" + refreshed.member("refreshToken"),
                                "clientId",
                                client.id().toString(),
                                "clientSecret",
                                client.secret().value()));
        assertThat(Json.writeText(again.json().get("requestedIdTokenClaims"))).isEqualTo("[\"email\"]");
        Answer userInfo = provider.caller().post("/auth/userinfo", Fields.of("token", again.member("accessToken")));
        assertThat(userInfo.member("userInfoClaims")).isEqualTo("{\"name\":{\"essential\":true}}");
        assertThat(Json.writeText(userInfo.json().get("claims"))).isEqualTo("[\"name\"]");
    }

    @Test
    void itHasNoNonceAndNothingThatIsNull() {
        Answer first = login();
        assertThat(provider.verified(first.member("idToken")).text("nonce")).isEqualTo("n-1");
        String jwt = reissued(provider.refresh(client, first), "claims", "{\"gone\":null}");
        assertThat(OpenIdProvider.part(jwt, 1)).doesNotContain("nonce", "c_hash", "s_hash", "gone", "null");
    }

    @Test
    void itIsBoundToTheNewAccessToken() {
        Answer first = login();
        Answer refreshed = provider.refresh(client, first);
        Members after = provider.verified(reissued(refreshed));
        assertThat(after.text("at_hash"))
                .isEqualTo(SignatureAlgorithm.ES256.halfHash(refreshed.member("accessToken")))
                .isNotEqualTo(provider.verified(first.member("idToken")).text("at_hash"));
    }

    @Test
    void noGivenClaimTakesThePlaceOfOneOfTheProtocol() {
        String jwt = reissued(
                provider.refresh(client, login()),
                "claims",
                "{\"iss\":\"evil\",\"sub\":\"evil\",\"aud\":\"evil\",\"auth_time\":1,\"acr\":\"evil\",\"nonce\":\"evil\","
                        + "\"at_hash\":\"evil\",\"exp\":1,\"iat\":1}");
        Members claims = provider.verified(jwt);
        assertThat(OpenIdProvider.part(jwt, 1)).doesNotContain("evil");
        assertThat(claims.whole("auth_time")).isEqualTo(1_700_000_000);
        assertThat(claims.whole("exp")).isGreaterThan(claims.whole("iat")).isGreaterThan(1);
    }

    /** Section 12.2: the answer to a refresh need not have one. */
    @Test
    void thereIsNoneUnlessItIsAskedFor() {
        Answer refreshed = provider.refresh(client, login());
        assertThat(refreshed.member("idToken")).isNull();
        assertThat(OpenIdProvider.content(refreshed, "id_token")).isNull();
        assertThat(refreshed.member("responseContent")).doesNotContain("null");
    }

    @Test
    void anotherClientsRefreshTokenIsNone() {
        Client other = provider.client();
        Answer tokens = login();
        Answer refused = provider.refresh(other, tokens);
        assertThat(refused.member("action")).isEqualTo("BAD_REQUEST");
        assertThat(OpenIdProvider.content(refused, "error")).isEqualTo("invalid_grant");
        assertThat(provider.refresh(client, tokens).member("action")).isEqualTo("ID_TOKEN_REISSUABLE");
    }

    private Answer login() {
        return provider.request(client)
                .with("nonce", "n-1")
                .with("claims", ASKED)
                .tokens("authTime", 1_700_000_000, "acr", "gold", "sub", "pairwise");
    }

    private String reissued(Answer refreshed, Object... more) {
        List<Object> fields = new ArrayList<>(List.of("accessToken", refreshed.member("accessToken")));
        fields.addAll(Arrays.asList(more));
        Answer answer = provider.caller().post("/idtoken/reissue", Fields.of(fields.toArray()));
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
        return answer.member("idToken");
    }
}
