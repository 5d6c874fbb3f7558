package dev.grantkeep.adapter.rest.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.service.Service;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeErrorsTest {
    private static final String UPDATE = "/client/authorization/update/1";

    private final RestServer server = RestServer.shared();
    private final Service service = server.given(Services.aService().build());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/backchannel/authentication",
                "/client",
                "/client/get/",
                "//client/get/list",
                "/1x/client/get/list"
            })
    void unknownPathIs404(String path) {
        Answer answer = server.v2(service).get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo("{\"resultCode\":\"A001207\",\"resultMessage\":\"[A001207] " + path
                        + ", There is no such API.\"}");
    }

    @Test
    void wrongMethodIs405() {
        Answer answer = server.v3(service).send("PUT", UPDATE, "application/json", "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.message()).startsWith("[A001208] /client/authorization/update/1, ");
    }

    @Test
    void oneMegabyteIs413() {
        Answer answer = server.v2(service).post(UPDATE, "{\"subject\":\"" + "x".repeat(1 << 20) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("A001210");
    }

    @Test
    void otherContentTypeIs415() {
        Answer answer = server.v2(service).send("POST", UPDATE, "text/xml", "<subject/>");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("A001211");
    }

    /** On an address of this machine; a browser would be led there by any page. */
    @Test
    void foreignOriginIs403() {
        HttpResponse<String> answer = server.v2(service).raw("/client/get/list", "Origin", "https://elsewhere.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .startsWith("{\"resultCode\":\"A001213\",\"resultMessage\":\"[A001213] /client/get/list, ");
    }

    @Test
    void noCacheKeepsAnAnswer() {
        for (HttpResponse<String> answer : List.of(
                server.v2(service).raw("/client/get/list"),
                server.v2(service).raw("/client/get/1"),
                server.v2(service).raw("/nothing"),
                server.anonymous().raw("/client/get/list"),
                server.anonymous().raw("/lifecycle/healthcheck", "Accept", "text/plain"),
                server.v2(service).raw("/client/get/list", "Origin", "https://elsewhere.example"))) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().allValues("Pragma")).containsExactly("no-cache");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"subject\":\"\\u0000\"}", "{\"subject\":\"\\ud800\"}", "{\"a\":1,\"a\":2}"})
    void brokenJsonIs400(String body) {
        Answer answer = server.v2(service).post(UPDATE, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("A001209");
    }

    @Test
    void callerIsCheckedBeforeTheBody() {
        assertThat(server.anonymous().post(UPDATE, "{").status()).isEqualTo(401);
    }
}
