package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the answer to an authorization request goes, what it may say, and what a refused decision leaves behind. */
@OnEveryStore
final class AuthorizationDecisionTest {
    private final Tenant tenant;
    private final OAuthClient client;

    AuthorizationDecisionTest(Stage stage) {
        tenant = stage.tenant();
        client = tenant.client();
    }

    @Nested
    class ARequestThatSaysTwice {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "client_id=1",
                    "client_id=",
                    "client_id=OWN",
                    "redirect_uri=",
                    "redirect_uri=https%3A%2F%2Fclient.example.org%2Fcb%2Fexample.com",
                    "redirect_uri=https%3A%2F%2Fevil.example%2F"
                })
        void whomItIsAboutIsNeverRedirected(String twice) {
            String usual = Form.of(
                    "client_id", client.id(), "redirect_uri", OAuthClient.REDIRECT_URI, "response_type", "code");
            String more = twice.replace("OWN", Long.toString(client.id()));
            for (String request : List.of(usual + "&" + more, more + "&" + usual)) {
                client.api()
                        .post("auth/authorization", "parameters", request)
                        .does("BAD_REQUEST", "invalid_request")
                        .says("A009302");
            }
        }

        @Test
        void howTheAnswerComesGetsItInTheUsualWay() {
            Answer mode =
                    client.request("response_type", "token", "response_mode", "form_post", "response_mode", "query");
            assertThat(Form.fragment(mode.location())).containsEntry("error", "invalid_request");
            Answer type = client.request("response_type", "token", "response_type", "code");
            assertThat(Form.query(type.location())).containsEntry("error", "invalid_request");
        }

        @Test
        void itsStateGetsNeitherBack() {
            Answer answer = client.request("response_type", "code", "state", "a", "state", "b");
            assertThat(Form.query(answer.location()))
                    .containsEntry("error", "invalid_request")
                    .doesNotContainKey("state");
        }
    }

    @Nested
    class TheResponseTypeNone {
        @Test
        void needsNoSubject() {
            String ticket = client.ticket("response_type", "none", "scope", "read", "state", "s");

            String location = issue("ticket", ticket).location();

            assertThat(Form.query(location)).isEqualTo(Map.of("state", "s", "iss", Tenant.ISSUER));
            assertThat(tenant.stored()).isZero();
            issue("ticket", ticket).does("BAD_REQUEST");
        }

        @Test
        void isTheOnlyOneThatNeedsNone() {
            for (String type : List.of("code", "token")) {
                String ticket = client.ticket("response_type", type);
                issue("ticket", ticket).does("INTERNAL_SERVER_ERROR").says("A040201");
                client.issue(ticket, "user").does("LOCATION");
            }
        }
    }

    @Nested
    class ADescription {
        @Test
        void hasOnlyTheCharactersThatTheProtocolAllows() {
            String ticket = client.ticket("response_type", "code");

            Answer failed = fail(ticket, "description", "He said \"no\" \\ für immer\r\nSet-Cookie: a=b");

            assertThat(Form.query(failed.location()))
                    .containsEntry("error_description", "He said %22no%22 %5C f%C3%BCr immer%0D%0ASet-Cookie: a=b");
        }

        @Test
        void isLeftOutOfTheAnswerToABadCallWhereTheServiceWantsThat() {
            tenant.change("errorDescriptionOmitted", true, "errorUriOmitted", true);
            for (Answer answer : List.of(
                    client.api().post("auth/authorization/fail", "ticket", "t", "reason", "NONSENSE"),
                    issue("ticket", "t", "subject", "\u00fc"),
                    client.api().post("auth/authorization", "parameters", Map.of("a", "b")),
                    client.api().post("auth/token", "parameters", Map.of("a", "b")),
                    client.api().post("auth/revocation", "parameters", Map.of("a", "b")),
                    client.api().post("auth/introspection/standard", "parameters", Map.of("a", "b")))) {
                answer.does("INTERNAL_SERVER_ERROR");
                assertThat(answer.text("responseContent")).isEqualTo("{\"error\":\"server_error\"}");
                assertThat(answer.text("resultMessage")).contains("The value of");
            }
            assertThat(client.api()
                            .post("auth/introspection", "token", "t", "maxAge", -1)
                            .text("responseContent"))
                    .isEqualTo("Bearer error=\"invalid_request\"");
        }
    }

    @Nested
    class OfALockedClient {
        @Test
        void nothingIsToldAndTheTicketStaysGood() {
            String ticket = client.ticket("response_type", "code");
            lock(true);
            fail(ticket).refused(403).says("A001215");
            lock(false);

            assertThat(Form.query(fail(ticket).location())).containsEntry("error", "access_denied");
        }

        private void lock(boolean on) {
            client.api()
                    .post("client/lock_flag/update/" + client.id(), "clientLocked", on)
                    .ok();
        }
    }

    @Test
    void ofADeletedClientNothingIsTold() {
        String ticket = client.ticket("response_type", "code");
        client.api().delete("client/delete/" + client.id()).empty();

        fail(ticket).does("BAD_REQUEST", "invalid_request");
    }

    @Test
    void withATakenAccessTokenRemembersNoConsent() {
        String ticket = client.ticket("response_type", "token", "scope", "read");
        issue("ticket", ticket, "subject", "user", "accessToken", "chosen-1").does("LOCATION");
        assertThat(granted("latestGrantedScopes")).containsExactly("read");
        String another = client.ticket("response_type", "token", "scope", "write");

        issue("ticket", another, "subject", "user", "accessToken", "chosen-1").does("INTERNAL_SERVER_ERROR");

        assertThat(granted("latestGrantedScopes")).containsExactly("read");
        assertThat(granted("mergedGrantedScopes")).containsExactly("read");
        issue("ticket", another, "subject", "user", "accessToken", "chosen-2").does("LOCATION");
        assertThat(granted("latestGrantedScopes")).containsExactly("write");
        assertThat(granted("mergedGrantedScopes")).containsExactlyInAnyOrder("read", "write");
    }

    private List<String> granted(String member) {
        return client.api()
                .get("client/granted_scopes/get/" + client.id() + "/user")
                .ok()
                .texts(member);
    }

    private Answer issue(Object... members) {
        return client.api().post("auth/authorization/issue", members);
    }

    private Answer fail(String ticket, Object... more) {
        Object[] usual = {"ticket", ticket, "reason", "DENIED"};
        Object[] all = java.util.Arrays.copyOf(usual, usual.length + more.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return client.api().post("auth/authorization/fail", all);
    }
}
