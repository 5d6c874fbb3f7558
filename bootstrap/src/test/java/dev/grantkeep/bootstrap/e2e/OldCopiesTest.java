package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Copies of a client's settings speed things up; nothing is done or answered by one that is out of date. */
@OnEveryStore
final class OldCopiesTest {
    private final Stage stage;

    OldCopiesTest(Stage stage) {
        this.stage = stage;
    }

    private static Answer revoke(OAuthClient client, String token) {
        return client.api()
                .post(
                        "auth/revocation",
                        "parameters",
                        Form.of("token", token),
                        "clientId",
                        Long.toString(client.id()),
                        "clientSecret",
                        client.secret());
    }

    @Test
    void aSecretThatWasReplacedRevokesNothing() {
        OAuthClient client = stage.tenant().client();
        Tokens tokens = client.tokens("ann", "read");
        revoke(client, "nobodys-token").does("OK");
        client.api().get("client/secret/refresh/" + client.id()).ok();
        revoke(client, tokens.access()).does("INVALID_CLIENT", "invalid_client");
        assertThat(client.tenant().works(tokens.access())).isTrue();
    }

    @Test
    void aClientThatWasLockedRevokesNothing() {
        OAuthClient client = stage.tenant().client();
        Tokens tokens = client.tokens("ann", "read");
        revoke(client, "nobodys-token").does("OK");
        lock(client, true);
        revoke(client, tokens.access()).refused(403).says("A001215");
        revoke(client, "nobodys-token").refused(403).says("A001215");
        lock(client, false);
        assertThat(client.tenant().works(tokens.access())).isTrue();
    }

    @Test
    void aCodeThatIsShownAgainByALockedClientEndsNothing() {
        OAuthClient client = stage.tenant().client();
        String code = client.code("ann", "read");
        Tokens tokens = Tokens.of(client.exchange(code));
        lock(client, true);
        client.exchange(code).refused(403).says("A001215");
        lock(client, false);
        assertThat(client.tenant().works(tokens.access())).isTrue();
    }

    @Test
    void aCodeThatIsShownAgainWithAReplacedSecretEndsNothing() {
        OAuthClient client = stage.tenant().client();
        String code = client.code("ann", "read");
        Tokens tokens = Tokens.of(client.exchange(code));
        client.api().get("client/secret/refresh/" + client.id()).ok();
        client.exchange(code).does("INVALID_CLIENT", "invalid_client");
        assertThat(client.tenant().works(tokens.access())).isTrue();
    }

    /** Until the sweeper takes it, a dead token is still stored; nobody can tell. */
    @Test
    void aTokenOfAnotherClientThatEndedIsAsUnknownAsOneThatNeverWas() {
        Tenant tenant = stage.tenant();
        OAuthClient client = tenant.client();
        OAuthClient other = tenant.client();
        Tokens tokens = client.tokens("ann", "read");
        revoke(other, tokens.access()).does("BAD_REQUEST", "invalid_request");
        client.api()
                .delete("client/authorization/delete/" + client.id() + "/ann")
                .ok();
        revoke(other, tokens.access()).does("OK");
        Tokens unused = client.tokens("ann", "read");
        stage.later(Duration.ofDays(90));
        revoke(other, unused.access()).does("OK");
    }

    private static void lock(OAuthClient client, boolean on) {
        client.api()
                .post("client/lock_flag/update/" + client.id(), "clientLocked", on)
                .ok();
    }
}
