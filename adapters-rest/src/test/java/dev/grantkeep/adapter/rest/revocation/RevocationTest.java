package dev.grantkeep.adapter.rest.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import org.junit.jupiter.api.Test;

/** {@code auth/revocation}. */
class RevocationTest {
    private static final RestServer SERVER = RestServer.shared();

    private final Service service = SERVER.given(Services.aService().build());
    private final Client client = SERVER.given(Clients.aClient().of(service).build());
    private final Answer tokens = SERVER.v2(service)
            .post(
                    "/auth/token/create",
                    Fields.of(
                            "grantType", "AUTHORIZATION_CODE",
                            "clientId", client.id().value(),
                            "subject", "user1"));

    @Test
    void eitherTokenEndsBoth() {
        Answer answer = revoke(client, "token=" + tokens.member("refreshToken") + "&token_type_hint=refresh_token");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("type")).isEqualTo("revocationResponse");
        assertThat(answer.message()).isEqualTo("[A113001] The token has been revoked successfully.");
        assertThat(answer.member("action")).isEqualTo("OK");
        assertThat(answer.member("responseContent")).isNull();
        assertThat(introspection()).isEqualTo("A057302");
    }

    @Test
    void anUnknownTokenIsDoneToo() {
        assertThat(revoke(client, "token=unknown&token_type_hint=nonsense").member("action"))
                .isEqualTo("OK");
    }

    /** RFC 7009 section 2.3. */
    @Test
    void theCallbackIsCalled() {
        assertThat(revoke(client, "token=unknown&callback=package.myCallback").member("responseContent"))
                .isEqualTo("package.myCallback();");
    }

    @Test
    void aCallbackThatIsNoNameRevokesNothing() {
        Answer answer = revoke(client, "token=" + tokens.member("accessToken") + "&callback=alert(1)//");
        assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
        assertThat(answer.code()).isEqualTo("A113304");
        assertThat(introspection()).isEqualTo("A056001");
    }

    @Test
    void onlyTheHolderRevokes() {
        Client thief = SERVER.given(Clients.aClient().of(service).build());
        String request = "token=" + tokens.member("accessToken");
        assertThat(revoke(thief, request).member("action")).isEqualTo("BAD_REQUEST");
        Answer nobody = SERVER.v2(service).post("/auth/revocation", Fields.of("parameters", request));
        assertThat(nobody.member("action")).isEqualTo("INVALID_CLIENT");
        assertThat(introspection()).isEqualTo("A056001");
    }

    @Test
    void aRequestThatIsMalformedIsTheClientsFault() {
        assertThat(revoke(client, "").code()).isEqualTo("A113301");
        assertThat(revoke(client, "token=a&token=b").code()).isEqualTo("A047301");
        assertThat(revoke(client, "token=%").code()).isEqualTo("A113303");
    }

    @Test
    void aRequestThatIsMissingIsTheCallersFault() {
        assertThat(SERVER.v2(service).post("/auth/revocation", "{}").member("action"))
                .isEqualTo("INTERNAL_SERVER_ERROR");
    }

    private Answer revoke(Client by, String parameters) {
        return SERVER.v2(service)
                .post(
                        "/auth/revocation",
                        Fields.of(
                                "parameters", parameters,
                                "clientId", by.id().toString(),
                                "clientSecret", by.secret().value()));
    }

    private String introspection() {
        return SERVER.v2(service)
                .post("/auth/introspection", Fields.of("token", tokens.member("accessToken")))
                .code();
    }
}
