package dev.grantkeep.adapter.rest.misc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.RestServer;
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
}
