package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Managing authorizations (issued tokens) granted for a client by a user", request for request. */
@OnEveryStore
final class ManagingAuthorizationsTest {
    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;
    private List<Tokens> tokens = List.of();

    ManagingAuthorizationsTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client("clientName", "FAPI Client", "developer", "authlete_14500880170338");
    }

    /** The four tokens of the article, and one each of another user and another client. */
    @BeforeEach
    void testuser01HasGrantedFourTokens() {
        tokens = Stream.generate(() -> client.tokens("testuser01", "read write"))
                .limit(4)
                .toList();
        client.tokens("testuser02", "read");
        tenant.client().tokens("testuser03", "read");
    }

    @Nested
    class ObtainingAListOfClients {
        /** The request forms of the article. */
        enum Request {
            GET_WITH_THE_SUBJECT_IN_THE_PATH {
                @Override
                Answer send(Api api, String subject) {
                    return api.get("client/authorization/get/list/" + subject);
                }
            },
            GET_WITH_THE_SUBJECT_IN_THE_QUERY {
                @Override
                Answer send(Api api, String subject) {
                    return api.get("client/authorization/get/list?subject=" + subject);
                }
            },
            POST_OF_A_FORM {
                @Override
                Answer send(Api api, String subject) {
                    return api.postForm("client/authorization/get/list", "subject=" + subject);
                }
            },
            POST_OF_JSON {
                @Override
                Answer send(Api api, String subject) {
                    return api.postJson("client/authorization/get/list", "{\"subject\":\"" + subject + "\"}");
                }
            };

            abstract Answer send(Api api, String subject);
        }

        @ParameterizedTest
        @EnumSource(Request.class)
        void theListHasTheClientAndTheDefaultWindow(Request request) {
            Answer list = request.send(tenant.api(), "testuser01").ok();

            assertThat(list.number("start")).isZero();
            assertThat(list.number("end")).isEqualTo(5);
            assertThat(list.number("totalCount")).isEqualTo(1);
            assertThat(list.text("subject")).isEqualTo("testuser01");
            assertThat(list.has("developer")).isFalse();
            assertThat(list.has("resultCode")).isFalse();
            assertThat(list.objects("clients")).singleElement().satisfies(entry -> {
                assertThat(entry.get("clientId").getAsLong()).isEqualTo(client.id());
                assertThat(entry.get("clientName").getAsString()).isEqualTo("FAPI Client");
                if (stage.dialect() == Dialect.V2) {
                    assertThat(entry.get("developer").getAsString()).isEqualTo("authlete_14500880170338");
                    assertThat(entry.get("clientIdAliasEnabled").getAsBoolean()).isFalse();
                }
            });
            if (stage.dialect() == Dialect.V2) {
                assertThat(list.text("type")).isEqualTo("authorizedClientListResponse");
            }
        }

        @Test
        void in2xTheClientsAreAsClientGetShowsThem() {
            if (stage.dialect() != Dialect.V2) {
                return;
            }
            var entry = tenant.api()
                    .get("client/authorization/get/list/testuser01")
                    .objects("clients")
                    .get(0);
            var shown = tenant.api().get("client/get/" + client.id()).json();
            shown.remove("type");
            entry.remove("type");

            assertThat(entry).isEqualTo(shown);
        }

        @Test
        void theWindowAndTheDeveloperNarrowTheList() {
            stage.later(Duration.ofMillis(1));
            OAuthClient second = tenant.client("developer", "another");
            second.tokens("testuser01", "read");

            Answer window = tenant.api().get("client/authorization/get/list/testuser01?start=1&end=2");
            Answer developer = tenant.api().get("client/authorization/get/list/testuser01?developer=another");

            assertThat(window.number("totalCount")).isEqualTo(2);
            assertThat(window.number("start")).isEqualTo(1);
            assertThat(window.number("end")).isEqualTo(2);
            assertThat(window.objects("clients"))
                    .extracting(c -> c.get("clientId").getAsLong())
                    .containsExactly(second.id());
            assertThat(developer.number("totalCount")).isEqualTo(1);
            assertThat(developer.text("developer")).isEqualTo("another");
            assertThat(developer.objects("clients"))
                    .extracting(c -> c.get("clientId").getAsLong())
                    .containsExactly(second.id());
        }

        @Test
        void aSubjectMayHoldAnyPrintableCharacter() {
            String subject = "a/b@example.com?c=d&e+f #%;\\\"'~";
            String encoded = Form.encode(subject).replace("+", "%20");
            client.tokens(subject, "read");

            for (Answer list : List.of(
                    tenant.api().get("client/authorization/get/list/" + encoded),
                    tenant.api().get("client/authorization/get/list?subject=" + encoded),
                    tenant.api().postForm("client/authorization/get/list", "subject=" + encoded),
                    tenant.api().post("client/authorization/get/list", "subject", subject))) {
                assertThat(list.ok().number("totalCount")).isEqualTo(1);
                assertThat(list.text("subject")).isEqualTo(subject);
            }
            tenant.api()
                    .delete("client/authorization/delete/" + client.id() + "/" + encoded)
                    .ok();
            assertThat(tenant.clientsOf(encoded)).isEmpty();
        }

        @Test
        void aUserWithNoTokensHasNoClients() {
            Answer list = tenant.api().post("client/authorization/get/list", "subject", "nobody");

            assertThat(list.ok().number("totalCount")).isZero();
            assertThat(tenant.clientsOf("nobody")).isEmpty();
        }
    }

    @Nested
    class UpdatingScopes {
        @Test
        void allFourTokensGetTheNewScope() {
            Answer updated = tenant.api()
                    .postJson(
                            "client/authorization/update/" + client.id(),
                            "{\"subject\":\"testuser01\",\"scopes\":\"payment\"}");

            assertUpdated(updated, 4);
            assertThat(tokens)
                    .allSatisfy(t -> assertThat(tenant.scopesOf(t.access())).containsExactly("payment"));
        }

        @Test
        void anArrayOfScopesIsTakenToo() {
            Answer updated = tenant.api()
                    .post(
                            "client/authorization/update/" + client.id(),
                            "subject",
                            "testuser01",
                            "scopes",
                            List.of("payment", "read"));

            assertUpdated(updated, 4);
            assertThat(tenant.scopesOf(tokens.get(3).access())).containsExactlyInAnyOrder("payment", "read");
        }

        @Test
        void aFormHoldsTheScopesInOneParameter() {
            Answer updated = tenant.api()
                    .postForm("client/authorization/update/" + client.id(), "subject=testuser01&scopes=payment+write");

            assertUpdated(updated, 4);
            assertThat(tenant.scopesOf(tokens.get(0).access())).containsExactlyInAnyOrder("payment", "write");
        }

        @Test
        void withoutScopesNothingChangesButTheCountIsTold() {
            assertUpdated(tenant.api().post("client/authorization/update/" + client.id(), "subject", "testuser01"), 4);
            assertThat(tenant.scopesOf(tokens.get(0).access())).containsExactlyInAnyOrder("read", "write");
        }

        @Test
        void anEmptyArrayClearsTheScopes() {
            assertUpdated(
                    tenant.api()
                            .post(
                                    "client/authorization/update/" + client.id(),
                                    "subject",
                                    "testuser01",
                                    "scopes",
                                    List.of()),
                    4);
            Answer introspected = tenant.introspect(tokens.get(0).access()).does("OK");
            assertThat(introspected.has("scopes") ? introspected.texts("scopes") : List.of())
                    .isEmpty();
        }

        @Test
        void scopesThatTheServiceDoesNotHaveAreLeftOut() {
            assertUpdated(
                    tenant.api()
                            .post(
                                    "client/authorization/update/" + client.id(),
                                    "subject",
                                    "testuser01",
                                    "scopes",
                                    List.of("read", "nonsense")),
                    4);
            assertThat(tenant.scopesOf(tokens.get(0).access())).containsExactly("read");
        }

        @Test
        void theTokensOfOthersStay() {
            Tokens others = client.tokens("testuser02", "read");

            tenant.api()
                    .post("client/authorization/update/" + client.id(), "subject", "testuser01", "scopes", "payment");

            assertThat(tenant.scopesOf(others.access())).containsExactly("read");
        }

        @Test
        void aRefreshAfterwardsGivesTheNewScopeOnly() {
            tenant.api()
                    .post("client/authorization/update/" + client.id(), "subject", "testuser01", "scopes", "payment");

            Answer refreshed = client.refresh(tokens.get(1).refresh()).does("OK");

            assertThat(refreshed.content("scope")).isEqualTo("payment");
        }

        private void assertUpdated(Answer answer, int count) {
            answer.ok();
            assertThat(answer.json().keySet()).containsExactlyInAnyOrder("resultCode", "resultMessage");
            answer.says("A138001");
            assertThat(answer.text("resultMessage"))
                    .isEqualTo("[A138001] Updated " + count + " access token(s) issued to the client (ID = "
                            + client.id() + ") of the service (API Key = " + tenant.id() + ").");
        }
    }

    @Nested
    class RevokingTheAuthorization {
        /** The request forms of the article. */
        enum Request {
            DELETE_WITH_THE_SUBJECT_IN_THE_PATH {
                @Override
                Answer send(Api api, long client, String subject) {
                    return api.delete("client/authorization/delete/" + client + "/" + subject);
                }
            },
            DELETE_WITH_THE_SUBJECT_IN_THE_QUERY {
                @Override
                Answer send(Api api, long client, String subject) {
                    return api.delete("client/authorization/delete/" + client + "?subject=" + subject);
                }
            },
            POST_OF_A_FORM {
                @Override
                Answer send(Api api, long client, String subject) {
                    return api.postForm("client/authorization/delete/" + client, "subject=" + subject);
                }
            },
            POST_OF_JSON {
                @Override
                Answer send(Api api, long client, String subject) {
                    return api.postJson("client/authorization/delete/" + client, "{\"subject\":\"" + subject + "\"}");
                }
            };

            abstract Answer send(Api api, long client, String subject);
        }

        @ParameterizedTest
        @EnumSource(Request.class)
        void allFourTokensAreDeletedOnce(Request request) {
            assertDeleted(request.send(tenant.api(), client.id(), "testuser01"), 4);

            assertThat(tokens).allSatisfy(t -> {
                tenant.introspect(t.access()).does("UNAUTHORIZED").says("A057302");
                client.refresh(t.refresh()).does("BAD_REQUEST", "invalid_grant");
            });
            assertThat(tenant.clientsOf("testuser01")).isEmpty();
            assertThat(tenant.clientsOf("testuser02")).containsExactly(client.id());
            assertDeleted(request.send(tenant.api(), client.id(), "testuser01"), 0);
        }

        @Test
        void aPendingCodeDiesWithTheTokens() {
            String code = client.code("testuser01", "read");

            tenant.api().delete("client/authorization/delete/" + client.id() + "/testuser01");

            client.exchange(code).does("BAD_REQUEST", "invalid_grant");
        }

        @Test
        void aLaterAuthorizationStartsAnew() {
            tenant.api().delete("client/authorization/delete/" + client.id() + "/testuser01");

            Tokens later = client.tokens("testuser01", "read");

            assertThat(tenant.works(later.access())).isTrue();
            assertThat(tenant.works(tokens.get(0).access())).isFalse();
            assertDeleted(tenant.api().delete("client/authorization/delete/" + client.id() + "/testuser01"), 1);
        }

        private void assertDeleted(Answer answer, int count) {
            answer.ok();
            assertThat(answer.json().keySet()).containsExactlyInAnyOrder("resultCode", "resultMessage");
            answer.says("A137001");
            assertThat(answer.text("resultMessage"))
                    .isEqualTo("[A137001] Deleted " + count + " access token(s) issued to the client (ID = "
                            + client.id() + ") of the service (API Key = " + tenant.id() + ").");
        }
    }
}
