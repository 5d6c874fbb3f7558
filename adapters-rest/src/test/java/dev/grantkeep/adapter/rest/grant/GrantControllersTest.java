package dev.grantkeep.adapter.rest.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.port.in.token.CreateToken;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenCreation;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenWish;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantControllersTest {
    private final RestServer server = RestServer.shared();
    private final Service service =
            server.given(Services.aService().withScopes("read", "payment").build());
    private final Client client = server.given(Clients.aClient()
            .of(service)
            .withDeveloper("dev")
            .withName("FAPI Client")
            .build());
    private final RestServer.Caller caller = server.v2(service);
    private final RestServer.Caller callerV3 = server.v3(service);

    @Nested
    class AuthorizedClients {
        private static final String LIST = "/client/authorization/get/list";

        @Test
        void allFourFormsAnswerAlike() {
            givenToken("testuser01");
            Answer byPath = caller.get(LIST + "/testuser01");

            assertThat(byPath.status()).isEqualTo(200);
            assertThat(byPath.member("type")).isEqualTo("authorizedClientListResponse");
            assertThat(byPath.member("start")).isEqualTo("0");
            assertThat(byPath.member("end")).isEqualTo("5");
            assertThat(byPath.member("totalCount")).isEqualTo("1");
            assertThat(byPath.member("subject")).isEqualTo("testuser01");
            assertThat(byPath.json().get("clients").get(0).get("clientName").getStringValue())
                    .isEqualTo("FAPI Client");
            assertThat(caller.get(LIST + "?subject=testuser01")).isEqualTo(byPath);
            assertThat(caller.form(LIST, "subject=testuser01")).isEqualTo(byPath);
            assertThat(caller.post(LIST, "{\"subject\":\"testuser01\"}")).isEqualTo(byPath);
            assertThat(caller.post(LIST, "{\"subject\":\"testuser01\",\"developer\":null,\"start\":0,\"end\":5}"))
                    .isEqualTo(byPath);
        }

        @Test
        void answerOf30ShowsTheReducedClient() {
            givenToken("u");
            Answer answer = callerV3.get(LIST + "?subject=u");

            assertThat(answer.member("type")).isNull();
            assertThat(answer.json().get("clients").get(0).get("clientSecret")).isNull();
            assertThat(answer.json().get("clients").get(0).get("clientId").getLongValue())
                    .isEqualTo(client.id().value());
        }

        @Test
        void developerRestrictsTheList() {
            givenToken("u");

            assertThat(caller.get(LIST + "/u?developer=dev").member("totalCount"))
                    .isEqualTo("1");
            assertThat(caller.get(LIST + "/u?developer=other").member("totalCount"))
                    .isEqualTo("0");
        }

        @Test
        void subjectInThePathMayHoldASlash() {
            givenToken("a/b c");

            assertThat(caller.get(LIST + "/a%2Fb%20c").member("totalCount")).isEqualTo("1");
            assertThat(caller.get(LIST + "/a/b%20c").member("totalCount")).isEqualTo("1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "?subject=", "?subject=%C3%A9", "?subject=u&subject=v", "?subject=u&start=-1", "/u%00"})
        void badParametersAre400(String query) {
            Answer answer = caller.get(LIST + query);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("A136201");
        }
    }

    @Nested
    class Update {
        private final String path = "/client/authorization/update/" + client.id();

        @Test
        void answersWithTheExactCount() {
            givenToken("testuser01");
            givenToken("testuser01");
            Answer answer = caller.post(path, "{\"subject\":\"testuser01\",\"scopes\":\"payment\"}");

            assertThat(answer)
                    .isEqualTo(new Answer(
                            200,
                            "{\"resultCode\":\"A138001\",\"resultMessage\":\"[A138001] Updated 2 access token(s) issued"
                                    + " to the client (ID = " + client.id() + ") of the service (API Key = "
                                    + service.id() + ").\"}"));
        }

        @Test
        void formAndArrayAnd30WillDo() {
            givenToken("u");

            assertThat(caller.form(path, "subject=u&scopes=read+payment").message())
                    .startsWith("[A138001] Updated 1 ");
            assertThat(callerV3.post(path, "{\"subject\":\"u\",\"scopes\":[\"read\"]}")
                            .message())
                    .startsWith("[A138001] Updated 1 ");
        }

        @Test
        void nobodysTokensAreZero() {
            assertThat(caller.post(path, "{\"subject\":\"nobody\"}").message()).startsWith("[A138001] Updated 0 ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"subject\":\"\"}", "{\"subject\":\"u\",\"scopes\":5}", "{\"subject\":true}"})
        void badParametersAre400(String body) {
            Answer answer = caller.post(path, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("A138201");
        }

        @Test
        void bodyThatIsMissingIs400() {
            assertThat(caller.post(path, "").message())
                    .isEqualTo("[A138201] The request does not contain 'subject' parameter.");
        }

        @Test
        void unknownAndForeignClientsAreRefused() {
            Service other = server.given(Services.aService().build());

            assertThat(caller.post("/client/authorization/update/4711", "{\"subject\":\"u\"}")
                            .code())
                    .isEqualTo("A138202");
            assertThat(server.v2(other).post(path, "{\"subject\":\"u\"}").code())
                    .isEqualTo("A138203");
        }
    }

    @Nested
    class Delete {
        private final String path = "/client/authorization/delete/" + client.id();

        @Test
        void everyFormAnswersWithTheExactCount() {
            givenToken("u");
            givenToken("u");

            assertThat(caller.delete(path + "/u"))
                    .isEqualTo(new Answer(
                            200,
                            "{\"resultCode\":\"A137001\",\"resultMessage\":\"[A137001] Deleted 2 access token(s) issued"
                                    + " to the client (ID = " + client.id() + ") of the service (API Key = "
                                    + service.id() + ").\"}"));
            assertThat(caller.delete(path + "?subject=u").message()).startsWith("[A137001] Deleted 0 ");
            givenToken("u");
            assertThat(callerV3.post(path, "{\"subject\":\"u\"}").message()).startsWith("[A137001] Deleted 1 ");
            givenToken("u");
            assertThat(caller.form(path, "subject=u").message()).startsWith("[A137001] Deleted 1 ");
        }

        @Test
        void missingSubjectIs400() {
            assertThat(caller.delete(path).code()).isEqualTo("A137201");
            assertThat(caller.delete(path + "?subject=").code()).isEqualTo("A137201");
        }
    }

    @Nested
    class GrantedScopes {
        private static final String GET = "/client/granted_scopes/get/";
        private static final String DELETE = "/client/granted_scopes/delete/";

        @Test
        void noMemoryIsNoArrays() {
            Answer answer = caller.get(GET + client.id() + "/u");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.member("type")).isEqualTo("grantedScopesGetResponse");
            assertThat(answer.member("serviceApiKey")).isEqualTo(service.id().toString());
            assertThat(answer.member("clientId")).isEqualTo(client.id().toString());
            assertThat(answer.member("latestGrantedScopes")).isNull();
            assertThat(caller.get(GET + client.id() + "?subject=u")).isEqualTo(answer);
            assertThat(caller.post(GET + client.id(), "{\"subject\":\"u\"}")).isEqualTo(answer);
            assertThat(caller.form(GET + client.id(), "subject=u")).isEqualTo(answer);
        }

        @Test
        void everyFormOfDeletionIs200WithABody() {
            assertThat(caller.delete(DELETE + client.id() + "/u").code()).isEqualTo("A141001");
            assertThat(callerV3.delete(DELETE + client.id() + "?subject=u").code())
                    .isEqualTo("A141001");
            assertThat(caller.post(DELETE + client.id(), "{\"subject\":\"u\"}").status())
                    .isEqualTo(200);
        }
    }

    private void givenToken(String subject) {
        CreateToken.Result result = server.bean(CreateToken.class)
                .handle(new CreateToken.Command(
                        ClientIdentifier.of(client.id()),
                        new TokenCreation(
                                service,
                                GrantType.AUTHORIZATION_CODE,
                                new Subject(subject),
                                ScopeSet.of("read"),
                                TokenWish.NONE,
                                Properties.NONE,
                                TokenDetails.NONE)));
        assertThat(result).isInstanceOf(CreateToken.Created.class);
    }
}
