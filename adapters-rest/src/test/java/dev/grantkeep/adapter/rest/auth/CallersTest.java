package dev.grantkeep.adapter.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.service.Service;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {
    private static final String LIST = "/client/get/list";
    private static final String ANY_PASSWORD = "wrong";

    private final RestServer server = RestServer.shared();
    private final Service service = server.given(Services.aService().build());
    private final Service other = server.given(Services.aService().build());

    @Test
    void missingHeaderIs401WithTheKnownMessage() {
        Answer answer = server.anonymous().get(LIST);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"resultCode\":\"A001202\","
                        + "\"resultMessage\":\"[A001202] /client/get/list, Authorization header is missing.\"}");
    }

    @Test
    void messageLeavesTheServiceOutOfThePath() {
        Answer answer = server.anonymous().at("/api/" + service.id()).get(LIST);

        assertThat(answer.message()).isEqualTo("[A001202] /client/get/list, Authorization header is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!", "Basic bm9jb2xvbg==", "Bearer", "Digest x", "abc"})
    void malformedHeaderIs400(String header) {
        Answer answer = server.anonymous().with(header).get(LIST);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("A001204");
    }

    @Nested
    class In2x {
        @Test
        void serviceIsFoundByItsNumberAndSecret() {
            assertThat(server.v2(service).get(LIST).status()).isEqualTo(200);
        }

        @Test
        void schemeIsCaseInsensitive() {
            assertThat(server.v2(service)
                            .with("bAsIc " + encoded(service))
                            .get(LIST)
                            .status())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "abc", "99999999999999999999", "4711", ""})
        void unknownServiceIs401(String user) {
            Answer answer = server.basic(user, service.secret().value()).get(LIST);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("A001203");
        }

        @Test
        void wrongSecretIs401() {
            assertThat(server.basic(service.id().toString(), ANY_PASSWORD)
                            .get(LIST)
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void ownerIsNoService() {
            assertThat(server.owner().get(LIST).status()).isEqualTo(403);
        }

        @Test
        void bearerTokenTellsItsService() {
            assertThat(server.v3(service).at("/api").get(LIST).status()).isEqualTo(200);
            assertThat(server.ownerV3().at("/api").get(LIST).status()).isEqualTo(403);
            assertThat(server.anonymous().with("Bearer nobody").get(LIST).status())
                    .isEqualTo(401);
        }

        @Test
        void onlyTheOwnerMayListServices() {
            assertThat(server.owner().get("/service/get/list").status()).isEqualTo(200);
            assertThat(server.v2(service).get("/service/get/list").status()).isEqualTo(403);
            assertThat(server.basic(RestServer.OWNER_KEY, ANY_PASSWORD)
                            .get("/service/get/list")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Nested
    class In30 {
        @Test
        void serviceIsNamedByThePathAndItsSecretIsItsToken() {
            assertThat(server.v3(service).get(LIST).status()).isEqualTo(200);
        }

        @Test
        void ownerMayCallForEveryService() {
            assertThat(server.ownerV3().at("/api/" + service.id()).get(LIST).status())
                    .isEqualTo(200);
        }

        @Test
        void basicWithTheSameNumberWillDo() {
            assertThat(server.v2(service).at("/api/" + service.id()).get(LIST).status())
                    .isEqualTo(200);
        }

        @Test
        void basicOfAnotherServiceIs403() {
            Answer answer = server.v2(other).at("/api/" + service.id()).get(LIST);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("A001205");
        }

        @Test
        void tokenOfAnotherServiceIs403() {
            assertThat(server.v3(other).at("/api/" + service.id()).get(LIST).status())
                    .isEqualTo(403);
        }

        @Test
        void tokenOfNobodyIs401() {
            assertThat(server.anonymous()
                            .with("Bearer nobody")
                            .at("/api/" + service.id())
                            .get(LIST)
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void unknownServiceIs404ForTheOwnerAnd403ForOthers() {
            assertThat(server.ownerV3().at("/api/4711").get(LIST).status()).isEqualTo(404);
            assertThat(server.v3(service).at("/api/4711").get(LIST).status()).isEqualTo(403);
        }

        @Test
        void numberThatIsTooLargeIsAnUnknownService() {
            assertThat(server.ownerV3()
                            .at("/api/99999999999999999999")
                            .get(LIST)
                            .status())
                    .isEqualTo(404);
        }
    }

    private static String encoded(Service service) {
        String pair = service.id() + ":" + service.secret().value();
        return java.util.Base64.getEncoder().encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
