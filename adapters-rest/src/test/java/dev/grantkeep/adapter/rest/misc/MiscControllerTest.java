package dev.grantkeep.adapter.rest.misc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.RestServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiscControllerTest {
    private final RestServer server = RestServer.shared();

    @Test
    void echoAnswersWithItsParameters() {
        assertThat(server.anonymous().get("/misc/echo?k=v%20w&empty=").body())
                .isEqualTo("{\"k\":\"v w\",\"empty\":\"\"}");
        assertThat(server.anonymous().at("/api/1").get("/misc/echo").body()).isEqualTo("{}");
    }

    @Test
    void healthcheckNeedsNoCredentials() {
        assertThat(server.anonymous().get("/lifecycle/healthcheck").status()).isEqualTo(200);
    }

    /** As 3.0 documents it. */
    @Test
    void healthcheckSaysOkInPlainText() {
        HttpResponse<String> answer = server.anonymous().raw("/lifecycle/healthcheck", "Accept", "text/plain");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(answer.body()).isEqualTo("OK");
    }

    @Test
    void healthcheckSaysUpInJson() {
        for (String accept : List.of("application/json", "*/*", "text/plain, application/json")) {
            assertThat(server.anonymous()
                            .raw("/lifecycle/healthcheck", "Accept", accept)
                            .body())
                    .isEqualTo("{\"status\":\"UP\"}");
        }
    }
}
