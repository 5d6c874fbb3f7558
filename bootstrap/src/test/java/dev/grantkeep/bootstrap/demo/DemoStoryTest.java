package dev.grantkeep.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.TestSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;

/** The story that {@code ./run demo} shows, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStoryTest {
    private static final Dimension DESK = new Dimension(1_200, 900);
    private static final Dimension PHONE = new Dimension(390, 844);

    private Grantkeep grantkeep;
    private String demo;

    @BeforeAll
    void start(@TempDir Path directory) {
        System.setProperty("micronaut.environments", "demo");
        try {
            grantkeep = Grantkeep.start(TestSettings.in(directory));
        } finally {
            System.clearProperty("micronaut.environments");
        }
        demo = "http://127.0.0.1:" + grantkeep.uri().getPort() + "/demo";
    }

    @AfterAll
    void stop() {
        grantkeep.close();
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class InABrowser {
        @BeforeAll
        void isThere() {
            assumeThat(Chromium.isThere())
                    .as("chromium and chromedriver are installed in /usr/bin")
                    .isTrue();
        }

        @Test
        void aPersonGivesAndTakesBack(@TempDir Path profile) {
            try (Chromium browser = Chromium.started(profile, DESK, true)) {
                tell(browser, "story");
            }
        }

        @Test
        void itFitsAPhone(@TempDir Path profile) {
            try (Chromium browser = Chromium.started(profile, PHONE, true)) {
                tell(browser, "phone");
            }
        }

        @Test
        void loginAndConsentNeedNoScripts(@TempDir Path profile) {
            try (Chromium browser = Chromium.started(profile, DESK, false)) {
                browser.open(demo);
                browser.press("Connect Photo Printer");
                browser.press("I am bert");
                browser.press("Allow");
                assertThat(browser.text()).contains("alive");
            }
        }

        @Test
        void theKeyboardIsEnough(@TempDir Path profile) {
            try (Chromium browser = Chromium.started(profile, DESK, true)) {
                browser.open(demo);
                browser.type("Connect Photo Printer");
                browser.type("I am carla");
                browser.type("Allow");
                browser.type("Let it change photos");
                browser.type("Allow");
                browser.type("Connected applications");
                browser.type("Take \"write\" back");
                browser.type("Back to the application");
                browser.type("Change a photo");
                assertThat(browser.text()).contains("403");
                browser.type("Connected applications");
                browser.type("Disconnect Photo Printer");
                assertThat(browser.text()).contains("No application");
            }
        }

        @Test
        void aNoIsANoAndAnAnswerIsGivenOnce(@TempDir Path profile) {
            try (Chromium browser = Chromium.started(profile, DESK, true)) {
                browser.open(demo);
                browser.press("Connect Photo Printer");
                String link = browser.address();
                browser.press("I am anna");
                browser.press("Deny");
                assertThat(browser.text()).contains("You said no");
                browser.open(link);
                assertThat(browser.text()).contains("answered already");
                browser.assertAccessible();

                browser.open(demo);
                browser.press("Connect Photo Printer");
                browser.pressTwice("Allow");
                assertThat(browser.text()).contains("alive");
                browser.back();
                browser.open(demo + "/app");
                assertThat(browser.text()).contains("alive");
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void thePageThatIsReadyForUsersTakesBackToo(boolean desk, @TempDir Path profile) {
            try (Chromium browser = Chromium.started(profile, desk ? DESK : PHONE, desk)) {
                browser.open(demo);
                browser.press("Connect Photo Printer");
                browser.press("I am carla");
                browser.press("Allow");
                browser.press("Let it change photos");
                browser.press("Allow");
                browser.press("Connected applications");
                browser.press("The page that Grantkeep has ready for this");
                String list = browser.address();
                ready(browser, desk, "Photo Printer");
                browser.press("View and change Photo Printer");
                ready(browser, desk, "Has access since");
                browser.tick("write");
                browser.press("Show what changes");
                ready(browser, desk, "The app may no longer");
                browser.pressTwice("Allow less");
                ready(browser, desk, "The app may do less now");
                browser.open(demo + "/app?try=write");
                assertThat(browser.text()).contains("403");

                browser.open(list);
                browser.press("View and change Photo Printer");
                browser.press("End access");
                ready(browser, desk, "logged out on all devices");
                browser.press("Cancel");
                browser.press("End access");
                browser.press("End access");
                ready(browser, desk, "Access was ended");
                browser.open(demo + "/app?try=read");
                assertThat(browser.text()).contains("401", "dead");

                browser.press("Connect it again");
                browser.press("Allow");
                browser.open(list);
                browser.press("View and change Photo Printer");
                browser.press("Remove");
                ready(browser, desk, "has to ask you again");
                browser.press("Remove");
                ready(browser, desk, "removed");
                browser.press("Close this page");
                ready(browser, desk, "The page is closed");
                browser.open(list);
                ready(browser, desk, "it closes after 15 minutes");
            }
        }

        /** A device on the wall, and a phone or a desk. */
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void aDeviceWithoutAKeyboardIsConnected(boolean desk, @TempDir Path profile) {
            try (Chromium browser = Chromium.started(profile, desk ? DESK : PHONE, true)) {
                String pictures = desk ? "device" : "device-phone";
                browser.open(demo + "/tv");
                look(browser, pictures, "1-off");
                browser.press("Show a code");
                look(browser, pictures, "2-code");
                String code = code(browser);
                browser.press("Ask whether somebody answered");
                assertThat(browser.text()).contains("Nobody has answered yet");
                browser.press("Ask whether somebody answered");
                assertThat(browser.text()).contains("five seconds longer");

                browser.press("Open the page");
                look(browser, pictures, "3-enter");
                browser.fill("user_code", "bcdfg hjklm");
                browser.press("Continue");
                assertThat(browser.text()).contains("There is no such code");
                look(browser, pictures, "4-wrong");
                browser.fill("user_code", code.toLowerCase(Locale.ROOT));
                browser.press("Continue");
                look(browser, pictures, "5-login");
                browser.press("I am anna");
                assertThat(browser.text())
                        .contains(
                                "Photo Frame asks for access", "See your photos", "before you", code.replace("-", ""));
                look(browser, pictures, "6-ask");
                browser.pressTwice("Allow");
                browser.open(demo + "/tv");
                browser.press("Ask whether somebody answered");
                assertThat(browser.text()).contains("may see your photos", "beach.jpg");
                look(browser, pictures, "7-photos");
                browser.press("Connected applications");
                browser.press("Disconnect Photo Frame");
                assertThat(browser.text()).doesNotContain("Photo Frame");
            }
        }

        @Test
        void anAddressWithTheCodeInItIsAskedAboutAllTheSame(@TempDir Path profile) {
            try (Chromium browser = Chromium.started(profile, DESK, false)) {
                browser.open(demo + "/tv");
                browser.press("Show a code");
                browser.press("Open the page with the code in it");
                assertThat(browser.text()).contains("Enter the code");
                browser.press("Continue");
                browser.press("I am bert");
                assertThat(browser.text()).contains("deny: the device is theirs");
                browser.press("Deny");
                assertThat(browser.text()).contains("gets nothing");
                browser.open(demo + "/tv");
                browser.press("Ask whether somebody answered");
                assertThat(browser.text()).contains("You said no");
            }
        }

        @Test
        void theKeyboardIsEnoughForADevice(@TempDir Path profile) {
            try (Chromium browser = Chromium.started(profile, DESK, true)) {
                browser.open(demo + "/tv");
                browser.type("Show a code");
                browser.type("Open the page with the code in it");
                browser.type("Continue");
                browser.type("I am carla");
                browser.type("Allow");
                assertThat(browser.text()).contains("The device has access");
            }
        }

        private static String code(Chromium browser) {
            Matcher code = Pattern.compile("[BCDFGHJKLMNPQRSTVWXZ]{5}-[BCDFGHJKLMNPQRSTVWXZ]{5}")
                    .matcher(browser.text());
            assertThat(code.find()).isTrue();
            return code.group();
        }

        private void ready(Chromium browser, boolean scripts, String text) {
            assertThat(browser.text()).contains(text);
            if (scripts) {
                browser.assertAccessible();
                assertThat(browser.scrollsSideways()).isFalse();
            }
        }

        /** Each page is looked at, and kept as a picture. */
        private void tell(Chromium browser, String pictures) {
            browser.open(demo);
            look(browser, pictures, "1-begin");
            browser.press("Connect Photo Printer");
            look(browser, pictures, "2-login");
            browser.press("I am anna");
            assertThat(browser.text()).contains("Photo Printer asks for access", "See your photos");
            look(browser, pictures, "3-consent");
            browser.press("Allow");
            assertThat(browser.text()).contains("alive", "the scope read (the service says 86400)");
            look(browser, pictures, "4-token");
            browser.press("Look at the photos");
            assertThat(browser.text()).contains("200", "beach.jpg");
            browser.press("Change a photo");
            assertThat(browser.text()).contains("403", "does not allow");

            browser.press("Let it change photos");
            browser.press("Allow");
            assertThat(browser.text()).contains("the scope write");
            browser.press("Change a photo");
            assertThat(browser.text()).contains("200", "brighter");
            look(browser, pictures, "5-write");

            browser.press("Connected applications");
            assertThat(browser.text()).contains("Photo Printer", "write");
            look(browser, pictures, "6-connected");
            browser.press("The page that Grantkeep has ready for this");
            assertThat(browser.text()).contains("Photo Printer");
            assertThat(browser.address()).doesNotContain("token=");
            look(browser, pictures, "6-ready-page");
            browser.open(demo + "/account");
            browser.press("Take \"write\" back");
            assertThat(browser.text()).contains("lost it");
            browser.press("Back to the application");
            assertThat(browser.text()).contains("alive").doesNotContain("write\n");
            browser.press("Change a photo");
            assertThat(browser.text()).contains("403");
            look(browser, pictures, "7-narrowed");

            browser.press("Connected applications");
            browser.press("Disconnect Photo Printer");
            assertThat(browser.text()).contains("No application");
            browser.press("Back to the application");
            assertThat(browser.text()).contains("dead");
            browser.press("Look at the photos");
            assertThat(browser.text()).contains("401");
            browser.press("Refresh the token");
            assertThat(browser.text()).contains("dead as well");
            look(browser, pictures, "8-dead");

            browser.press("Change the durations");
            browser.fill("service", "86400");
            browser.fill("album", "3000");
            browser.press("Change");
            assertThat(browser.text())
                    .contains("read write 600 the scope write", "Photo Album 3000 the application")
                    .contains("no scope 86400 the service");
            look(browser, pictures, "9-durations");
            browser.fill("service", "120");
            browser.press("Change");
            assertThat(browser.text()).contains("no scope 120 the service", "read write 120 the service");
            browser.press("Connect Photo Album");
            browser.press("Allow");
            assertThat(browser.text()).contains("Photo Album", "alive", "the service");
            browser.press("Change the durations");
            browser.fill("service", "86400");
            browser.press("Change");
            browser.press("Back to the application");
            browser.press("Connected applications");
            browser.press("Disconnect Photo Album");
            browser.press("Log out of the photo site");
            assertThat(browser.text()).contains("what may be taken back");
        }

        private void look(Chromium browser, String pictures, String name) {
            browser.assertAccessible();
            assertThat(browser.scrollsSideways()).as(name).isFalse();
            browser.picture(pictures + "-" + name);
        }
    }

    @Nested
    class OverHttp {
        private final HttpClient http = HttpClient.newHttpClient();

        @Test
        void itIsUnderOneNameToWhichTheOtherLeads() throws Exception {
            HttpResponse<String> moved = get(demo.replace("127.0.0.1", "localhost") + "?a=b");
            assertThat(moved.statusCode()).isEqualTo(302);
            assertThat(moved.headers().firstValue("Location")).contains(demo + "?a=b");
        }

        @ParameterizedTest
        @CsvSource({
            "/login?ticket=x, 400",
            "/login, 400",
            "/login?ticket=%zz, 400",
            "/app/callback?code=x&state=y, 400",
            "/photos/read, 401"
        })
        void whatWasNotAskedForIsRefused(String path, int status) throws Exception {
            HttpResponse<String> refused = get(demo + path.replace("%zz", "%25%C3"));
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(refused.body()).doesNotContain("Exception");
        }

        @Test
        void aFormOfAnotherPageDoesNothing() throws Exception {
            HttpResponse<String> refused = http.send(
                    HttpRequest.newBuilder(URI.create(demo + "/durations"))
                            .header("Origin", "http://127.0.0.1:1")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("service=1&album=1"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(403);
        }

        @Test
        void aDurationThatIsNoneChangesNothing() throws Exception {
            for (String form : List.of("service=0&album=1", "service=x&album=1", "service=99999999&album=1", "")) {
                HttpResponse<String> refused = http.send(
                        HttpRequest.newBuilder(URI.create(demo + "/durations"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(refused.statusCode()).isEqualTo(400);
            }
        }

        private HttpResponse<String> get(String uri) throws Exception {
            return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
