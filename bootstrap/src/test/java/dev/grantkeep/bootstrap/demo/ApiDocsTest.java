package dev.grantkeep.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.TestSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;

/** The pages on which the API is read and tried. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocsTest {
    private static final Dimension DESK = new Dimension(1_200, 900);

    private Grantkeep grantkeep;
    private String server;

    @BeforeAll
    void start(@TempDir Path directory) {
        grantkeep = Grantkeep.start(TestSettings.in(directory));
        server = "http://127.0.0.1:" + grantkeep.uri().getPort();
    }

    @AfterAll
    void stop() {
        grantkeep.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/authlete-2"})
    void allThatAPageLoadsIsOfThisServer(String path) throws Exception {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("http:", "https:");
        assertThat(get("/docs/viewer.js").body()).hasSizeGreaterThan(1_000_000);
        assertThat(get("/docs/viewer.css").body()).contains(".swagger-ui");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/authlete-2"})
    void aPersonReadsTheApiAndTriesACall(String path, @TempDir Path profile) {
        assumeThat(Chromium.isThere())
                .as("chromium and chromedriver are installed in /usr/bin")
                .isTrue();
        try (Chromium browser = Chromium.started(profile, DESK, true)) {
            browser.open(server + path);
            assertThat(browser.textAt("#operations-Tokens-authTokenCreate")).contains("Make an access token");

            browser.pressAt("#operations-Others-lifecycleHealthcheck button.opblock-summary-control");
            browser.pressAt("#operations-Others-lifecycleHealthcheck button.try-out__btn");
            browser.pressAt("#operations-Others-lifecycleHealthcheck button.execute");

            assertThat(
                            browser.textAt(
                                    "#operations-Others-lifecycleHealthcheck .live-responses-table tr.response td.response-col_status"))
                    .contains("200");
            browser.picture("docs" + path.length());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(server + path)).build(), BodyHandlers.ofString());
    }
}
