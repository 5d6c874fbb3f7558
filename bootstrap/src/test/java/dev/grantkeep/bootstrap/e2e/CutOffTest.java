package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How tokens end before their time: by a newer one, with their client, by revocation, or for as long as a lock lasts. */
@OnEveryStore
final class CutOffTest {
    private final Tenant tenant;
    private final OAuthClient client;

    CutOffTest(Stage stage) {
        tenant = stage.tenant();
        client = tenant.client();
    }

    @Nested
    class ASingleAccessTokenPerSubject {
        @Test
        void endsTheOlderTokensOfThePairIfTheServiceSaysSo() {
            tenant.change("singleAccessTokenPerSubject", true);

            endsTheOlderTokensOfThePairOnly();
        }

        @Test
        void endsTheOlderTokensOfThePairIfTheClientSaysSo() {
            client.change("singleAccessTokenPerSubject", true);

            endsTheOlderTokensOfThePairOnly();
        }

        private void endsTheOlderTokensOfThePairOnly() {
            OAuthClient otherClient = tenant.client();
            Tokens ofOtherClient = otherClient.tokens("user", "read");
            Tokens ofOtherUser = client.tokens("other", "read");
            Tokens old = client.tokens("user", "read");

            Tokens fresh = client.tokens("user", "read");

            assertThat(tenant.works(old.access())).isFalse();
            client.refresh(old.refresh()).does("BAD_REQUEST", "invalid_grant");
            assertThat(tenant.works(fresh.access())).isTrue();
            assertThat(tenant.works(ofOtherClient.access())).isTrue();
            assertThat(tenant.works(ofOtherUser.access())).isTrue();
            assertThat(tenant.clientsOf("user")).containsExactlyInAnyOrder(client.id(), otherClient.id());
        }

        @Test
        void letsARefreshGoOn() {
            tenant.change("singleAccessTokenPerSubject", true);
            Tokens tokens = client.tokens("user", "read");

            Tokens refreshed = client.refreshed(client.refreshed(tokens));

            assertThat(tenant.works(refreshed.access())).isTrue();
        }

        @Test
        void countsForTheImplicitFlowAndForCreatedTokens() {
            tenant.change("singleAccessTokenPerSubject", true);
            String first = client.implicit("user", "read").text("accessToken");
            String second = client.create("user").does("OK").text("accessToken");
            assertThat(tenant.works(first)).isFalse();

            String third = client.implicit("user", "read").text("accessToken");

            assertThat(tenant.works(second)).isFalse();
            assertThat(tenant.works(third)).isTrue();
        }

        @Test
        void letsCodesThatArePendingGiveTheirTokens() {
            tenant.change("singleAccessTokenPerSubject", true);
            String onOneDevice = client.code("user", "read");
            String onAnother = client.code("user", "read");

            Tokens first = Tokens.of(client.exchange(onOneDevice));
            client.create("user").does("OK");
            client.implicit("user", "read");
            Tokens last = Tokens.of(client.exchange(onAnother));

            assertThat(tenant.works(first.access())).isFalse();
            assertThat(tenant.works(last.access())).isTrue();
            assertThat(tenant.stored()).isEqualTo(1);
            client.refresh(last.refresh()).does("OK");
        }

        @Test
        void leavesPendingCodesToARevocation() {
            tenant.change("singleAccessTokenPerSubject", true);
            String code = client.code("user", "read");
            Tokens tokens = client.tokens("user", "read");

            tenant.api()
                    .delete("client/authorization/delete/" + client.id() + "/user")
                    .ok();

            client.exchange(code).does("BAD_REQUEST", "invalid_grant");
            assertThat(tenant.works(tokens.access())).isFalse();
        }

        @Test
        void doesNotCountForTokensOfTheClientItself() {
            tenant.change("singleAccessTokenPerSubject", true);
            String first = clientCredentials();

            String second = clientCredentials();

            assertThat(tenant.works(first)).isTrue();
            assertThat(tenant.works(second)).isTrue();
        }
    }

    @Nested
    class ALockedClient {
        @Test
        void getsNoTokensAndItsOwnDoNotWork() {
            Tokens tokens = client.tokens("user", "read");
            String code = client.code("user", "read");
            String ticket = client.ticket("response_type", "code");
            lock(true);

            List.of(
                            client.request("response_type", "code"),
                            client.issue(ticket, "user"),
                            client.exchange(code),
                            client.refresh(tokens.refresh()),
                            client.token("grant_type", "client_credentials"),
                            client.create("user"))
                    .forEach(answer -> answer.refused(403).says("A001215"));
            tenant.introspect(tokens.access()).does("UNAUTHORIZED");
        }

        @Test
        void canStillBeManaged() {
            client.tokens("user", "read");
            lock(true);

            assertThat(tenant.clientsOf("user")).containsExactly(client.id());
            tenant.api()
                    .post("client/authorization/update/" + client.id(), "subject", "user", "scopes", "write")
                    .ok();
            tenant.api()
                    .get("client/granted_scopes/get/" + client.id() + "/user")
                    .ok();
            tenant.api()
                    .delete("client/authorization/delete/" + client.id() + "/user")
                    .ok();
            assertThat(tenant.api().get("client/get/" + client.id()).flag("locked"))
                    .isTrue();
        }

        @Test
        void hasItsTokensBackOnceUnlocked() {
            Tokens tokens = client.tokens("user", "read");
            lock(true);
            lock(false);

            assertThat(tenant.works(tokens.access())).isTrue();
            client.refresh(tokens.refresh()).does("OK");
        }

        private void lock(boolean on) {
            tenant.api()
                    .post("client/lock_flag/update/" + client.id(), "clientLocked", on)
                    .ok();
        }
    }

    @Nested
    class ADeletedClient {
        @Test
        void takesItsTokensWithIt() {
            Tokens tokens = client.tokens("user", "read");
            String own = clientCredentials();
            OAuthClient other = tenant.client();
            Tokens ofOther = other.tokens("user", "read");

            tenant.api().delete("client/delete/" + client.id()).empty();

            tenant.introspect(tokens.access()).does("UNAUTHORIZED");
            tenant.introspect(own).does("UNAUTHORIZED");
            client.refresh(tokens.refresh()).does("INVALID_CLIENT", "invalid_client");
            assertThat(tenant.clientsOf("user")).containsExactly(other.id());
            assertThat(tenant.works(ofOther.access())).isTrue();
            tenant.api().get("client/get/" + client.id()).refused(404);
        }

        @Test
        void canBeDeletedByTheOwnerOfServicesToo() {
            tenant.owner()
                    .of(tenant.id())
                    .delete("client/delete/" + client.id())
                    .empty();

            tenant.api().get("client/get/" + client.id()).refused(404);
        }
    }

    @Nested
    class ADeletedService {
        @Test
        void answersNoCallAnyMore() {
            Tokens tokens = client.tokens("user", "read");
            Dialect dialect = tenant.api().dialect();

            tenant.owner().delete(dialect.servicePath("delete", tenant.id())).empty();

            tenant.introspect(tokens.access()).refused(401);
            tenant.owner().get(dialect.servicePath("get", tenant.id())).refused(404);
        }
    }

    @Nested
    class ARevocationByTheClient {
        @Test
        void ofEitherTokenEndsBoth() {
            Tokens byAccess = client.tokens("user", "read");
            Tokens byRefresh = client.tokens("user", "read");

            revoke("token", byAccess.access()).does("OK").says("A113001");
            revoke("token", byRefresh.refresh(), "token_type_hint", "refresh_token")
                    .does("OK");

            for (Tokens tokens : List.of(byAccess, byRefresh)) {
                assertThat(tenant.works(tokens.access())).isFalse();
                client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");
            }
        }

        @Test
        void withTheWrongHintFindsTheTokenAllTheSame() {
            Tokens tokens = client.tokens("user", "read");

            revoke("token", tokens.refresh(), "token_type_hint", "access_token").does("OK");

            assertThat(tenant.works(tokens.access())).isFalse();
        }

        @Test
        void ofAnUnknownTokenIsFine() {
            revoke("token", "unknown").does("OK").says("A113001");
        }

        @Test
        void doesNotReachTheTokensOfAnotherClient() {
            Tokens others = tenant.client().tokens("user", "read");

            revoke("token", others.access());

            assertThat(tenant.works(others.access())).isTrue();
        }

        private Answer revoke(Object... parameters) {
            return tenant.api()
                    .post(
                            "auth/revocation",
                            "parameters",
                            Form.of(parameters),
                            "clientId",
                            Long.toString(client.id()),
                            "clientSecret",
                            client.secret());
        }
    }

    @Nested
    class ARevocationByTheAuthorizationServer {
        @Test
        void ofASubjectReachesAllClients() {
            OAuthClient other = tenant.client();
            Tokens first = client.tokens("user", "read");
            Tokens second = other.tokens("user", "read");
            Tokens ofOtherUser = client.tokens("other", "read");

            revoked(2, "subject", "user");

            assertThat(tenant.works(first.access())).isFalse();
            assertThat(tenant.works(second.access())).isFalse();
            assertThat(tenant.works(ofOtherUser.access())).isTrue();
            revoked(0, "subject", "user");
        }

        @Test
        void ofAClientReachesAllUsersAndItsOwnTokens() {
            Tokens first = client.tokens("user", "read");
            Tokens second = client.tokens("other", "read");
            String own = clientCredentials();
            Tokens ofOtherClient = tenant.client().tokens("user", "read");
            String code = client.code("user", "read");

            revoked(3, "clientIdentifier", Long.toString(client.id()));

            assertThat(tenant.works(first.access())).isFalse();
            assertThat(tenant.works(second.access())).isFalse();
            assertThat(tenant.works(own)).isFalse();
            assertThat(tenant.works(ofOtherClient.access())).isTrue();
            client.exchange(code).does("BAD_REQUEST", "invalid_grant");
            assertThat(tenant.works(client.tokens("user", "read").access())).isTrue();
        }

        @Test
        void ofAPairReachesNoOther() {
            Tokens tokens = client.tokens("user", "read");
            Tokens ofOtherUser = client.tokens("other", "read");

            revoked(1, "clientIdentifier", Long.toString(client.id()), "subject", "user");

            assertThat(tenant.works(tokens.access())).isFalse();
            assertThat(tenant.works(ofOtherUser.access())).isTrue();
        }

        @Test
        void goesByTheFirstWayToNameATokenThatIsGiven() {
            Tokens tokens = client.tokens("user", "read");
            Tokens other = client.tokens("user", "read");

            revoked(1, "accessTokenIdentifier", tokens.access(), "subject", "user");

            assertThat(tenant.works(tokens.access())).isFalse();
            assertThat(tenant.works(other.access())).isTrue();
        }

        @Test
        void ofNothingIsRefused() {
            tenant.api().post("auth/token/revoke").refused(400);
        }

        private void revoked(int count, Object... target) {
            Answer answer = tenant.api().post("auth/token/revoke", target).ok().says("A312001");
            assertThat(answer.number("count")).isEqualTo(count);
            assertThat(answer.text("resultMessage")).isEqualTo("[A312001] Revoked " + count + " access token(s).");
        }
    }

    private String clientCredentials() {
        return client.token("grant_type", "client_credentials").does("OK").text("accessToken");
    }
}
