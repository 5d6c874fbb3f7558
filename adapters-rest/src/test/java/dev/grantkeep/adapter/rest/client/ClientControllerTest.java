package dev.grantkeep.adapter.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Resources;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Attributes;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientControllerTest {
    private static final String ALL_MEMBERS = Resources.text("/dev/grantkeep/adapter/rest/client/all-members.json");

    private final RestServer server = RestServer.shared();
    private final Service service = server.given(Services.aService()
            .withScopes("read", "write")
            .withClientIdAliasEnabled(true)
            .withOpaque("{\"supportedCustomClientMetadata\":[\"tier\"]}")
            .build());
    private final RestServer.Caller caller = server.v2(service);
    private final RestServer.Caller callerV3 = server.v3(service);

    @BeforeEach
    void publish() {
        server.bean(InMemoryRemoteDocuments.class)
                .publish("https://example.com/sectorIdentifierUri?a=b", "[\"https://example.com/redirectUris\"]");
    }

    @Nested
    class Create {
        @Test
        void everyMemberSurvives() {
            Answer created = caller.post("/client/create", ALL_MEMBERS);
            Answer got = caller.get("/client/get/" + created.member("clientId"));

            assertThat(created.status()).isEqualTo(200);
            assertThat(got.json()).isEqualTo(created.json());
            Json.read(ALL_MEMBERS)
                    .entries()
                    .forEach(sent -> assertThat(sorted(got.json().get(sent.getKey())))
                            .as(sent.getKey())
                            .isEqualTo(sorted(sent.getValue())));
        }

        @Test
        void nullsWithinMembersThatAreNotModelledAreLeftOut() {
            Answer created = caller.post(
                    "/client/create",
                    "{\"clientNames\":[{\"tag\":\"en\",\"value\":null}],\"extension\":{\"other\":{\"a\":null}}}");

            assertThat(created.body())
                    .contains("\"clientNames\":[{\"tag\":\"en\"}]", "\"other\":{}")
                    .doesNotContain("null");
        }

        @Test
        void readOnlyMembersAreTheServers() {
            Answer created = caller.post(
                    "/client/create",
                    "{\"clientId\":4711,\"clientSecret\":\"mine\",\"locked\":true,\"serviceNumber\":0}");

            assertThat(created.member("type")).isEqualTo("client");
            assertThat(created.member("clientId")).isNotEqualTo("4711");
            assertThat(created.member("clientSecret")).hasSize(86);
            assertThat(created.member("locked")).isEqualTo("false");
            assertThat(created.member("serviceNumber")).isEqualTo(Integer.toString(service.number()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://client.example.org/cb", "blob:https://client.example.org/1", "ws://a/b"})
        void aRedirectUriThatIsNotSafeIsRefused(String uri) {
            Answer refused = caller.post("/client/create", "{\"redirectUris\":[\"https://a/b\",\"" + uri + "\"]}");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("'" + uri + "'", "grantkeep.insecure_redirect_uris");
        }

        @Test
        void aServiceMayAllowRedirectUrisThatAreNotSafe() {
            Service careless = server.given(Services.aService()
                    .withAttributes(Attributes.of("grantkeep.insecure_redirect_uris", "true"))
                    .build());

            Answer created =
                    server.v2(careless).post("/client/create", "{\"redirectUris\":[\"http://client.example.org/cb\"]}");

            assertThat(created.status()).isEqualTo(200);
            assertThat(created.body()).contains("http://client.example.org/cb");
        }

        @Test
        void anAliasThatIsTheIdOfAnotherClientIsRefused() {
            Client client = server.given(Clients.aClient().of(service).build());

            Answer refused = caller.post("/client/create", "{\"clientIdAlias\":\"" + client.id() + "\"}");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("A146210");
        }

        @Test
        void aServiceMayProhibitAliasesThatAreWebAddresses() {
            Service strict = server.given(Services.aService()
                    .withClientIdAliasEnabled(true)
                    .withOpaque("{\"httpAliasProhibited\":true}")
                    .build());
            RestServer.Caller ofStrict = server.v2(strict);
            Client before = server.given(Clients.aClient()
                    .of(strict)
                    .withAlias("https://app.example.com/")
                    .withAliasEnabled(true)
                    .build());

            for (String alias : List.of("https://a.example.com/", "HTTP://a")) {
                String body = "{\"clientIdAlias\":\"" + alias + "\"}";
                assertThat(caller.post("/client/create", body).status()).isEqualTo(200);
                for (Answer refused : List.of(
                        ofStrict.post("/client/create", body),
                        server.v3(strict).post("/client/create", body),
                        ofStrict.post("/client/update/" + before.id(), body))) {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.body()).contains("httpAliasProhibited");
                }
            }
            assertThat(ofStrict.post("/client/create", "{\"clientIdAlias\":\"httpd\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(ofStrict.get("/client/get/https://app.example.com/").status())
                    .isEqualTo(404);
            assertThat(ofStrict.get("/client/get/" + before.id()).status()).isEqualTo(200);
        }

        @Test
        void absentMembersGetUsefulDefaults() {
            Answer created = callerV3.post("/client/create", "{\"clientType\":null,\"clientIdAlias\":null}");

            assertThat(created.member("type")).isNull();
            assertThat(created.member("clientType")).isEqualTo("CONFIDENTIAL");
            assertThat(created.member("tokenAuthMethod")).isEqualTo("CLIENT_SECRET_BASIC");
            assertThat(created.json().get("grantTypes"))
                    .isEqualTo(Json.read("[\"AUTHORIZATION_CODE\",\"REFRESH_TOKEN\"]"));
            assertThat(created.member("clientIdAlias")).isEqualTo(created.member("clientId"));
            assertThat(stored(created).settings().alias()).isNull();
        }

        @Test
        void aliasAlwaysCountsIn30AndIsTheIdWithoutOne() {
            Answer created =
                    callerV3.post("/client/create", "{\"clientIdAlias\":\"v3\",\"clientIdAliasEnabled\":false}");
            Answer without = callerV3.post("/client/create", "{}");
            Answer sentBack = callerV3.post("/client/update/" + without.member("clientId"), without.body());

            assertThat(created.member("clientIdAliasEnabled")).isEqualTo("true");
            assertThat(callerV3.get("/client/get/v3").member("clientId")).isEqualTo(created.member("clientId"));
            assertThat(sentBack.member("clientIdAlias")).isEqualTo(without.member("clientId"));
            assertThat(stored(sentBack).settings().alias()).isNull();
            assertThat(caller.get("/client/get/" + without.member("clientId")).member("clientIdAlias"))
                    .isNull();
        }

        @Test
        void publicClientDoesNotAuthenticate() {
            assertThat(caller.post("/client/create", "{\"clientType\":\"PUBLIC\"}")
                            .member("tokenAuthMethod"))
                    .isEqualTo("NONE");
            assertThat(caller.post("/client/create", "{\"tokenAuthMethod\":\"NONE\"}")
                            .member("clientType"))
                    .isEqualTo("PUBLIC");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"redirectUris\":[\"https://example.com/a b\"]}",
                    "{\"redirectUris\":[\"/relative\"]}",
                    "{\"redirectUris\":[\"https://example.com/#fragment\"]}",
                    "{\"grantTypes\":[\"MAGIC\"]}",
                    "{\"clientType\":\"public\"}",
                    "{\"tokenAuthMethod\":[]}",
                    "{\"extension\":\"x\"}",
                    "{\"extension\":{\"accessTokenDuration\":3153600001}}",
                    "{\"defaultMaxAge\":-1}",
                    "{\"defaultMaxAge\":4294967296}",
                    "{\"attributes\":{}}"
                })
        void invalidMembersAre400(String body) {
            Answer answer = caller.post("/client/create", body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).startsWith("[A146201] The ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "x",
                    "urn:x",
                    "ftp://client.example/ro",
                    "https:///ro",
                    "https://me@client.example/ro",
                    "https://a b/",
                    "https://2130706433/",
                    "javascript:x"
                })
        void requestObjectsAreWhereADocumentCanBe(String uri) {
            Answer refused =
                    caller.post("/client/create", "{\"requestUris\":[\"https://a.example/\",\"" + uri + "\"]}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).contains("'requestUris'");
        }

        @Test
        void requestObjectsMayHaveAHashAndStayWhereTheyWere() {
            String body = "{\"requestUris\":[\"https://a.example/ro#hash\",\"http://localhost/ro\"]}";
            Answer created = caller.post("/client/create", body);
            assertThat(created.status()).as(created.body()).isEqualTo(200);
            Client old = server.given(Clients.aClient()
                    .of(service)
                    .with("requestUris", List.of("ftp://a.example/"))
                    .build());
            String path = "/client/update/" + old.id();
            assertThat(caller.post(path, "{\"requestUris\":[\"ftp://a.example/\"]}")
                            .status())
                    .isEqualTo(200);
            assertThat(caller.post(path, "{\"requestUris\":[\"ftp://a.example/\",\"ftp://b.example/\"]}")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void aliasStandsOnceInAService() {
            caller.post("/client/create", "{\"clientIdAlias\":\"app\"}");
            Answer again = caller.post("/client/create", "{\"clientIdAlias\":\"app\"}");

            assertThat(again.status()).isEqualTo(400);
            assertThat(again.code()).isEqualTo("A146210");
        }

        @Test
        void protectionsThatAreDemandedAreKnown() {
            Answer created = caller.post(
                    "/client/create", "{\"dpopRequired\":true,\"tlsClientCertificateBoundAccessTokens\":true}");

            assertThat(stored(created).settings().demands())
                    .containsExactlyInAnyOrder(Demand.DPOP, Demand.CERTIFICATE_BOUND_TOKENS);
        }
    }

    @Nested
    class Get {
        @Test
        void aliasWillDoEvenWithASlash() {
            Client client = server.given(Clients.aClient()
                    .of(service)
                    .withAlias("team/app+1=")
                    .withAliasEnabled(true)
                    .build());

            assertThat(caller.get("/client/get/team/app+1=").member("clientId"))
                    .isEqualTo(client.id().toString());
            assertThat(callerV3.get("/client/get/team%2Fapp%2B1%3D").member("clientId"))
                    .isEqualTo(client.id().toString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"4711", "0", "-1", "99999999999999999999", "nobody"})
        void unknownClientIs404(String client) {
            Answer answer = caller.get("/client/get/" + client);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("A146202");
        }

        @Test
        void clientOfAnotherServiceIs403() {
            Service other = server.given(Services.aService().build());
            Client client = server.given(Clients.aClient().of(other).build());

            assertThat(caller.get("/client/get/" + client.id()).status()).isEqualTo(403);
        }

        @Test
        void listShowsAWindowOfADevelopersClients() {
            server.given(Clients.aClient().of(service).withDeveloper("dev").build());
            server.given(Clients.aClient().of(service).withDeveloper("dev").build());
            server.given(Clients.aClient().of(service).withDeveloper("other").build());
            Answer list = caller.get("/client/get/list?developer=dev&start=1");

            assertThat(list.member("type")).isEqualTo("clientListResponse");
            assertThat(list.member("developer")).isEqualTo("dev");
            assertThat(list.member("totalCount")).isEqualTo("2");
            assertThat(list.member("end")).isEqualTo("5");
            assertThat(list.json().get("clients").size()).isEqualTo(1);
        }
    }

    @Nested
    class Update {
        private final Client client = server.given(Clients.aClient()
                .of(service)
                .withName("old")
                .withDurations(300, 0, 0)
                .withOpaque("{\"description\":\"d\",\"extension\":{\"tokenExchangePermitted\":true}}")
                .build());
        private final String path = "/client/update/" + client.id();

        @Test
        void absentMembersAreThoseOfANewClient() {
            Answer updated = caller.post(path, "{\"clientName\":\"new\",\"extension\":{\"refreshTokenDuration\":9}}");

            assertThat(updated.member("clientName")).isEqualTo("new");
            assertThat(updated.member("description")).isNull();
            assertThat(updated.json().get("grantTypes"))
                    .isEqualTo(Json.read("[\"AUTHORIZATION_CODE\",\"REFRESH_TOKEN\"]"));
            assertThat(updated.json().get("responseTypes")).isEqualTo(Json.read("[\"CODE\"]"));
            assertThat(updated.json().get("extension"))
                    .isEqualTo(Json.read("{\"requestableScopesEnabled\":false,"
                            + "\"accessTokenDuration\":0,\"refreshTokenDuration\":9,\"idTokenDuration\":0}"));
        }

        @Test
        void anUpdateMakesWhatANewClientWithTheSameMembersIs() {
            String members = "{\"pkceRequired\":true,\"contacts\":[\"a@example.com\"],\"extension\":null,"
                    + "\"grantTypes\":null,\"clientType\":\"PUBLIC\"}";

            assertThat(caller.post(path, members).status()).isEqualTo(200);
            assertThat(stored(caller.get("/client/get/" + client.id())).settings())
                    .isEqualTo(stored(caller.post("/client/create", members)).settings());
        }

        @Test
        void secretLockIdAndTimeOfCreationStay() {
            caller.post("/client/lock_flag/update/" + client.id(), "{\"clientLocked\":true}");
            Answer updated = caller.post(path, "{\"clientSecret\":\"mine\",\"locked\":false,\"createdAt\":1}");

            assertThat(updated.member("clientSecret")).isEqualTo(client.secret().value());
            assertThat(updated.member("locked")).isEqualTo("true");
            assertThat(updated.member("createdAt"))
                    .isEqualTo(Long.toString(client.createdAt().toEpochMilli()));
        }

        @Test
        void textsOfAFormGetTheirMembersTypes() {
            Answer updated = callerV3.form(
                    path,
                    "authTimeRequired=true&contacts=a%40x+b%40x&defaultAcrs=one&defaultAcrs=two&trustChain=a%20b"
                            + "&defaultMaxAge=60&subjectType=PAIRWISE&grantTypes=&description=");

            assertThat(updated.json().get("authTimeRequired").isBoolean()).isTrue();
            assertThat(updated.json().get("contacts")).isEqualTo(Json.read("[\"a@x\",\"b@x\"]"));
            assertThat(updated.json().get("defaultAcrs")).isEqualTo(Json.read("[\"one\",\"two\"]"));
            assertThat(updated.json().get("trustChain")).isEqualTo(Json.read("[\"a b\"]"));
            assertThat(updated.json().get("defaultMaxAge").isNumber()).isTrue();
            assertThat(updated.json().get("grantTypes"))
                    .isEqualTo(Json.read("[\"AUTHORIZATION_CODE\",\"REFRESH_TOKEN\"]"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"authTimeRequired\":\"true\"}",
                    "{\"contacts\":\"a@x b@x\"}",
                    "{\"trustChain\":[1]}",
                    "{\"idTokenSignAlg\":\"RS1\"}",
                    "{\"defaultMaxAge\":\"6\"}",
                    "{\"clientNames\":[{\"tag\":1}]}",
                    "{\"extension\":{\"tokenExchangePermitted\":\"yes\"}}",
                    "{\"customMetadata\":\"text\"}",
                    "{\"customMetadata\":\"[]\"}",
                    "{\"customMetadata\":\"{\\\"tier\\\":1e999}\"}",
                    "{\"customMetadata\":\"{\\\"tier\\\":{\\\"a\\\":[1e99999999999]}}\"}"
                })
        void valueOfAnotherTypeIsRefusedAndChangesNothing(String body) {
            Answer refused = caller.post(path, body);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).startsWith("[A146201] The value of '");
            assertThat(caller.post("/client/create", body).status()).isEqualTo(400);
            assertThat(stored(caller.get("/client/get/" + client.id()))).isEqualTo(client);
        }

        @Test
        void nameThatIsTooLongIsRefusedAndNothingIsStored() {
            String form = "n".repeat(50_001) + "=x";
            int before = total();

            assertThat(caller.form(path, form).status()).isEqualTo(400);
            assertThat(caller.form("/client/create", form).status()).isEqualTo(400);
            assertThat(total()).isEqualTo(before);
            assertThat(stored(caller.get("/client/get/" + client.id()))).isEqualTo(client);
        }

        @Test
        void whatAnEarlierVersionStoredCanBeReadAndReplaced() {
            Client earlier = server.given(Clients.aClient()
                    .of(service)
                    .withOpaque("{\"authTimeRequired\":\"true\",\"contacts\":\"a b\",\"idTokenSignAlg\":\"?\",\""
                            + "n".repeat(60_000) + "\":\"x\"}")
                    .build());
            Answer got = caller.get("/client/get/" + earlier.id());

            assertThat(got.status()).isEqualTo(200);
            assertThat(got.json().get("authTimeRequired").isBoolean()).isTrue();
            assertThat(got.json().get("contacts")).isEqualTo(Json.read("[\"a\",\"b\"]"));
            assertThat(got.member("idTokenSignAlg")).isNull();
            assertThat(caller.get("/client/get/list").status()).isEqualTo(200);
            assertThat(caller.post("/client/update/" + earlier.id(), "{\"clientName\":\"n\"}")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void ofCustomMetadataOnlyWhatTheServiceNamesIsKept() {
            Answer updated = caller.post(path, "{\"customMetadata\":\"{\\\"tier\\\":\\\"gold\\\",\\\"other\\\":1}\"}");

            assertThat(updated.member("customMetadata")).isEqualTo("{\"tier\":\"gold\"}");
            assertThat(caller.post(path, "{\"customMetadata\":\"{\\\"other\\\":1}\"}")
                            .member("customMetadata"))
                    .isNull();
        }

        private int total() {
            return Integer.parseInt(caller.get("/client/get/list").member("totalCount"));
        }

        @Test
        void sentMembersReplaceNullIncluded() {
            Answer updated = caller.post(
                    path, "{\"clientName\":null,\"description\":null,\"redirectUris\":[],\"extension\":null}");

            assertThat(updated.member("clientName")).isNull();
            assertThat(updated.member("description")).isNull();
            assertThat(updated.json().get("redirectUris")).isNull();
            assertThat(updated.json().get("extension"))
                    .isEqualTo(Json.read("{\"requestableScopesEnabled\":false,"
                            + "\"accessTokenDuration\":0,\"refreshTokenDuration\":0,\"idTokenDuration\":0}"));
        }

        @Test
        void answerCanBeSentBackUnchanged() {
            Answer created = caller.post("/client/create", ALL_MEMBERS.replace("clientIdAlias text", "roundtrip"));
            Answer updated = callerV3.post("/client/update/" + created.member("clientId"), created.body());

            assertThat(updated.status()).isEqualTo(200);
            created.json().entries().forEach(member -> {
                if (!member.getKey().equals("type")) {
                    assertThat(updated.json().get(member.getKey()))
                            .as(member.getKey())
                            .isEqualTo(member.getValue());
                }
            });
        }

        @Test
        void scopesSurviveWhileTheirRestrictionIsOff() {
            caller.post(path, "{\"extension\":{\"requestableScopesEnabled\":false,\"requestableScopes\":[\"read\"]}}");
            Answer got = caller.get("/client/get/" + client.id());

            assertThat(got.json().get("extension").get("requestableScopes")).isEqualTo(Json.read("[\"read\"]"));
            assertThat(stored(got).settings().requestableScopes()).isNull();
        }

        @Test
        void invalidMemberChangesNothing() {
            assertThat(caller.post(path, "{\"clientName\":\"x\",\"clientType\":\"?\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(caller.get("/client/get/" + client.id()).member("clientName"))
                    .isEqualTo("old");
        }
    }

    @Nested
    class Delete {
        private final Client client = server.given(Clients.aClient().of(service).build());
        private final String path = "/client/delete/" + client.id();

        @Test
        void deletedClientIsGone() {
            assertThat(caller.delete(path)).isEqualTo(new Answer(204, ""));
            assertThat(caller.delete(path).status()).isEqualTo(404);
        }

        @Test
        void ownerMayIn2x() {
            assertThat(server.owner().delete(path).status()).isEqualTo(204);
        }

        @Test
        void anotherServiceMayNot() {
            Service other = server.given(Services.aService().build());

            assertThat(server.v2(other).delete(path).status()).isEqualTo(403);
        }
    }

    @Nested
    class SecretsAndLocks {
        private final Client client = server.given(Clients.aClient().of(service).build());

        @Test
        void refreshGeneratesASecret() {
            Answer answer = caller.get("/client/secret/refresh/" + client.id());

            assertThat(answer.member("type")).isEqualTo("clientSecretRefreshResponse");
            assertThat(answer.message())
                    .isEqualTo("[A148001] Successfully refreshed the client secret of the client (ID = " + client.id()
                            + ").");
            assertThat(answer.member("oldClientSecret"))
                    .isEqualTo(client.secret().value());
            assertThat(answer.member("newClientSecret")).hasSize(86).isNotEqualTo(answer.member("oldClientSecret"));
        }

        @Test
        void refreshHasNoHeadBesideIt() {
            caller.send("HEAD", "/client/secret/refresh/" + client.id(), null, null);

            assertThat(caller.get("/client/get/" + client.id()).member("clientSecret"))
                    .isEqualTo(client.secret().value());
        }

        @Test
        void updateTakesTheGivenSecret() {
            Answer answer = callerV3.form("/client/secret/update/" + client.id(), "clientSecret=my-New_Secret1");

            assertThat(answer.code()).isEqualTo("A149001");
            assertThat(answer.member("newClientSecret")).isEqualTo("my-New_Secret1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"clientSecret\":\"\"}", "{\"clientSecret\":\"a b\"}", "{\"clientSecret\":[]}"})
        void updateRefusesOtherCharacters(String body) {
            assertThat(caller.post("/client/secret/update/" + client.id(), body).code())
                    .isEqualTo("A149201");
            assertThat(caller.post(
                                    "/client/secret/update/" + client.id(),
                                    "{\"clientSecret\":\"" + "x".repeat(87) + "\"}")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void lockIsShownAndCanBeTakenAway() {
            String path = "/client/lock_flag/update/" + client.id();

            assertThat(caller.post(path, "{\"clientLocked\":true}").status()).isEqualTo(200);
            assertThat(caller.get("/client/get/" + client.id()).member("locked"))
                    .isEqualTo("true");
            assertThat(callerV3.form(path, "clientLocked=false").status()).isEqualTo(200);
            assertThat(caller.get("/client/get/" + client.id()).member("locked"))
                    .isEqualTo("false");
            assertThat(caller.post(path, "{}").status()).isEqualTo(400);
        }
    }

    @Nested
    class RequestableScopes {
        private static final String PATH = "/client/extension/requestable_scopes/";

        private final Client client = server.given(Clients.aClient().of(service).build());

        @Test
        void areOffAtFirst() {
            assertThat(caller.get(PATH + "get/" + client.id())).isEqualTo(new Answer(200, "{}"));
        }

        @Test
        void canBeSetByPostAndPut() {
            assertThat(caller.post(PATH + "update/" + client.id(), "{\"requestableScopes\":[\"read\",\"unknown\"]}"))
                    .isEqualTo(new Answer(200, "{\"requestableScopes\":[\"read\"]}"));
            assertThat(callerV3.send(
                            "PUT", PATH + "update/" + client.id(), "application/json", "{\"requestableScopes\":[]}"))
                    .isEqualTo(new Answer(200, "{\"requestableScopes\":[]}"));
            assertThat(stored(caller.get("/client/get/" + client.id()))
                            .settings()
                            .requestableScopes())
                    .isEqualTo(ScopeSet.EMPTY);
        }

        @Test
        void canBeTurnedOff() {
            caller.post(PATH + "update/" + client.id(), "{\"requestableScopes\":[\"read\"]}");

            assertThat(caller.delete(PATH + "delete/" + client.id())).isEqualTo(new Answer(204, ""));
            assertThat(caller.get(PATH + "get/" + client.id()).body()).isEqualTo("{}");
        }

        @Test
        void unknownClientIs404() {
            assertThat(caller.delete(PATH + "delete/4711").status()).isEqualTo(404);
        }
    }

    private Client stored(Answer answer) {
        return server.stores()
                .clients()
                .find(service.id(), new ClientId(Long.parseLong(answer.member("clientId"))))
                .orElseThrow();
    }

    /** The order of an object's members carries no meaning. */
    private static Object sorted(JsonNode node) {
        return node == null ? null : node.getValue();
    }
}
