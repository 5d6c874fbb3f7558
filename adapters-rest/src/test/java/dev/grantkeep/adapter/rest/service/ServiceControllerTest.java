package dev.grantkeep.adapter.rest.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Resources;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.duration.DurationRule;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceControllerTest {
    private static final String ALL_MEMBERS = Resources.text("/dev/grantkeep/adapter/rest/service/all-members.json");

    private final RestServer server = RestServer.shared();

    @Nested
    class Create {
        @Test
        void everyMemberSurvives() {
            Answer created = server.owner().post("/service/create", ALL_MEMBERS);
            Answer got = server.owner().get("/service/get/" + created.member("apiKey"));

            assertThat(created.status()).isEqualTo(200);
            assertThat(got.json()).isEqualTo(created.json());
            Json.read(ALL_MEMBERS)
                    .entries()
                    .forEach(sent -> assertThat(got.json().get(sent.getKey()))
                            .as(sent.getKey())
                            .isEqualTo(sent.getValue()));
        }

        @Test
        void nullsWithinMembersThatAreNotModelledAreLeftOut() {
            Answer created = server.owner()
                    .post(
                            "/service/create",
                            "{\"mtlsEndpointAliases\":[null,{\"name\":\"a\",\"uri\":null}],\"other\":{\"a\":[{\"b\":null}]}}");

            assertThat(created.body())
                    .contains("\"mtlsEndpointAliases\":[{\"name\":\"a\"}]", "\"other\":{\"a\":[{}]}")
                    .doesNotContain("null");
        }

        @Test
        void readOnlyMembersAreTheServers() {
            Answer created = server.owner()
                    .post(
                            "/service/create",
                            "{\"apiKey\":4711,\"apiSecret\":\"mine\",\"number\":7,\"metadata\":[],\"createdAt\":1}");

            assertThat(created.member("apiKey")).isNotEqualTo("4711");
            assertThat(created.member("apiSecret")).hasSize(43);
            assertThat(created.member("createdAt"))
                    .isEqualTo(Long.toString(server.clock().now().toEpochMilli()));
            assertThat(created.json().get("metadata"))
                    .isEqualTo(Json.read("[{\"key\":\"clientCount\",\"value\":\"0\"}]"));
        }

        @Test
        void absentMembersGetUsefulDefaults() {
            Answer created = server.owner().post("/service/create", "{\"supportedGrantTypes\":null}");

            assertThat(created.member("type")).isEqualTo("service");
            assertThat(created.json().get("supportedGrantTypes"))
                    .isEqualTo(Json.read("[\"AUTHORIZATION_CODE\",\"REFRESH_TOKEN\"]"));
            assertThat(created.member("accessTokenType")).isEqualTo("Bearer");
            assertThat(created.member("accessTokenDuration")).isEqualTo("0");
        }

        @Test
        void answerOf30HasNoType() {
            Answer created = server.ownerV3().post("/service/create", "{\"serviceName\":\"s\"}");

            assertThat(created.status()).isEqualTo(200);
            assertThat(created.member("type")).isNull();
        }

        @Test
        void formIsTakenToo() {
            Answer created =
                    server.owner().form("/service/create", "serviceName=a+b&accessTokenDuration=60&scopeRequired=true");

            assertThat(created.member("serviceName")).isEqualTo("a b");
            assertThat(created.member("accessTokenDuration")).isEqualTo("60");
            assertThat(created.member("scopeRequired")).isEqualTo("true");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"supportedGrantTypes\":[\"MAGIC\"]}",
                    "{\"supportedGrantTypes\":[1]}",
                    "{\"accessTokenDuration\":\"long\"}",
                    "{\"accessTokenDuration\":9223372036854775807}",
                    "{\"supportedScopes\":[{\"name\":\"a b\"}]}",
                    "{\"supportedScopes\":[{\"name\":\"a\"},{\"name\":\"a\"}]}",
                    "{\"supportedScopes\":\"read\"}",
                    "{\"attributes\":[{\"value\":\"v\"}]}",
                    "{\"attributes\":[{\"key\":\"grantkeep.duration_rule\",\"value\":\"longest\"}]}",
                    "{\"attributes\":[{\"key\":\"grantkeep.duration_rule\",\"value\":\"shortest\"},"
                            + "{\"key\":\"grantkeep.duration_rule\",\"value\":\"most_specific\"}]}",
                    "{\"issuer\":\"https://a b\"}",
                    "{\"clientsPerDeveloper\":-1}",
                    "{\"pkceRequired\":\"maybe\"}"
                })
        void invalidMembersAre400(String body) {
            Answer answer = server.owner().post("/service/create", body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).startsWith("[A130201] The ");
        }

        @Test
        void protectionsThatAreDemandedAreKnown() {
            Answer created = server.owner()
                    .post("/service/create", "{\"grantManagementActionRequired\":true,\"rsResponseSigned\":true}");

            assertThat(stored(created).settings().demands())
                    .containsExactlyInAnyOrder(Demand.GRANT_MANAGEMENT, Demand.SIGNED_RESOURCE_RESPONSES);
        }
    }

    @Nested
    class Update {
        private final Service service = server.given(Services.aService()
                .withName("old")
                .withAccessDuration(60)
                .withOpaque("{\"policyUri\":\"https://example.com\",\"nbfOptional\":true}")
                .build());

        @Test
        void absentMembersAreThoseOfANewService() {
            Answer updated = server.owner().post("/service/update/" + service.id(), "{\"serviceName\":\"new\"}");

            assertThat(updated.member("serviceName")).isEqualTo("new");
            assertThat(updated.member("accessTokenDuration")).isEqualTo("0");
            assertThat(updated.member("policyUri")).isNull();
            assertThat(updated.member("apiSecret")).isEqualTo(service.secret().value());
            assertThat(stored(updated).settings())
                    .isEqualTo(stored(server.owner().post("/service/create", "{\"serviceName\":\"new\"}"))
                            .settings());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"userCodeLength\":\"6\"}",
                    "{\"userCodeLength\":-1}",
                    "{\"userCodeLength\":2147483648}",
                    "{\"dynamicRegistrationSupported\":1}",
                    "{\"supportedDisplays\":[\"page\"]}",
                    "{\"supportedAcrs\":\"a b\"}",
                    "{\"mtlsEndpointAliases\":[{\"uri\":\"no uri\"}]}",
                    "{\"jwks\":{\"keys\":[]}}"
                })
        void valueOfAnotherTypeIsRefusedAndChangesNothing(String body) {
            Answer refused = server.owner().post("/service/update/" + service.id(), body);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).startsWith("[A130201] The value of '");
            assertThat(server.owner().post("/service/create", body).status()).isEqualTo(400);
            assertThat(server.stores().services().find(service.id())).contains(service);
        }

        @Test
        void nameThatIsTooLongIsRefusedAndChangesNothing() {
            String form = "n".repeat(50_001) + "=x";

            assertThat(server.owner()
                            .form("/service/update/" + service.id(), form)
                            .status())
                    .isEqualTo(400);
            assertThat(server.owner().form("/service/create", form).status()).isEqualTo(400);
            assertThat(server.stores().services().find(service.id())).contains(service);
        }

        @Test
        void whatAnEarlierVersionStoredSpoilsNoList() {
            Service earlier = server.given(Services.aService()
                    .withOpaque("{\"userCodeLength\":\"12\",\"supportedAcrs\":\"a b\",\"" + "n".repeat(60_000)
                            + "\":\"x\"}")
                    .build());
            Answer got = server.owner().get("/service/get/" + earlier.id());

            assertThat(got.json().get("userCodeLength").isNumber()).isTrue();
            assertThat(got.json().get("supportedAcrs")).isEqualTo(Json.read("[\"a\",\"b\"]"));
            assertThat(server.owner().get("/service/get/list?start=0&end=1000").status())
                    .isEqualTo(200);
            assertThat(server.owner()
                            .post("/service/update/" + earlier.id(), "{\"serviceName\":\"n\"}")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void serviceKeepsItsRuleForDurationsUntilAnotherIsNamed() {
            String rule = "{\"attributes\":[{\"key\":\"grantkeep.duration_rule\",\"value\":\"shortest\"}]}";
            Answer created = server.ownerV3().post("/service/create", "{}");
            String path = "/service/update/" + created.member("apiKey");

            assertThat(stored(created).settings().durationRule()).isEqualTo(DurationRule.MOST_SPECIFIC);
            assertThat(stored(server.owner().post(path, "{}")).settings().durationRule())
                    .isEqualTo(DurationRule.MOST_SPECIFIC);
            assertThat(stored(server.owner().post(path, rule)).settings().durationRule())
                    .isEqualTo(DurationRule.SHORTEST);
            assertThat(stored(server.ownerV3().post("/service/create", rule))
                            .settings()
                            .durationRule())
                    .isEqualTo(DurationRule.SHORTEST);
            assertThat(stored(server.owner().post("/service/create", "{}"))
                            .settings()
                            .durationRule())
                    .isEqualTo(DurationRule.SHORTEST);
        }

        @Test
        void clientsAreCounted() {
            server.given(Clients.aClient().of(service).build());
            server.given(Clients.aClient().of(service).build());

            assertThat(server.owner().get("/service/get/" + service.id()).json().get("metadata"))
                    .isEqualTo(Json.read("[{\"key\":\"clientCount\",\"value\":\"2\"}]"));
        }

        @Test
        void sentMembersReplaceNullAndZeroAndFalseIncluded() {
            Answer updated = server.owner()
                    .post(
                            "/service/update/" + service.id(),
                            "{\"serviceName\":null,\"accessTokenDuration\":0,\"policyUri\":null,\"nbfOptional\":false}");

            assertThat(updated.member("serviceName")).isNull();
            assertThat(updated.member("accessTokenDuration")).isEqualTo("0");
            assertThat(updated.member("policyUri")).isNull();
            assertThat(updated.member("nbfOptional")).isEqualTo("false");
        }

        @Test
        void answerCanBeSentBackUnchanged() {
            Answer created = server.owner().post("/service/create", ALL_MEMBERS);
            String path = "/service/update/" + created.member("apiKey");
            Answer updated = server.owner().post(path, created.body());

            assertThat(updated.json()).isEqualTo(created.json());
        }

        @Test
        void serviceItselfMayIn30ButNotIn2x() {
            assertThat(server.v3(service).post("/service/update", "{}").status())
                    .isEqualTo(200);
            assertThat(server.v2(service)
                            .post("/service/update/" + service.id(), "{}")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void unknownServiceIs404() {
            assertThat(server.owner().post("/service/update/4711", "{}").status())
                    .isEqualTo(404);
            assertThat(server.owner().post("/service/update/x", "{}").status()).isEqualTo(404);
        }
    }

    @Nested
    class Delete {
        @Test
        void deletedServiceIsGone() {
            Service service = server.given(Services.aService().build());

            assertThat(server.owner().delete("/service/delete/" + service.id())).isEqualTo(new Answer(204, ""));
            assertThat(server.owner().delete("/service/delete/" + service.id()).status())
                    .isEqualTo(404);
            assertThat(server.v2(service).get("/client/get/list").status()).isEqualTo(401);
        }

        @Test
        void worksIn30() {
            Service service = server.given(Services.aService().build());

            assertThat(server.ownerV3()
                            .at("/api/" + service.id())
                            .delete("/service/delete")
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void listShowsAWindow() {
        server.given(Services.aService().build());
        Answer list = server.owner().get("/service/get/list?start=0&end=1");

        assertThat(list.member("type")).isEqualTo("serviceListResponse");
        assertThat(list.member("end")).isEqualTo("1");
        assertThat(list.json().get("services").size()).isEqualTo(1);
        assertThat(server.owner().get("/service/get/list?start=2&end=1").status())
                .isEqualTo(400);
    }

    private Service stored(Answer created) {
        return server.stores()
                .services()
                .find(new ServiceId(Long.parseLong(created.member("apiKey"))))
                .orElseThrow();
    }
}
