package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The complete page of docs/front.md, run as it stands there, beside a service with a ready front. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadyFrontTest {
    private static final String CALLBACK = "https://client.example.com/callback";

    private final Stage stage = new Stage(StoreMode.H2, Dialect.V3);
    private Process page;
    private int port;
    private Tenant tenant;
    private OAuthClient client;
    private String issuer;

    @BeforeAll
    void startThePage(@TempDir Path directory) throws Exception {
        assumeThat(hasPython())
                .as("python3, which the page is written for, is installed")
                .isTrue();
        port = freePort();
        tenant = stage.tenant();
        issuer = stage.app().uri() + "/oauth/" + tenant.id();
        RSAKey rsa = new RSAKeyGenerator(2048).keyID("rs").generate();
        tenant.change(
                "issuer", issuer,
                "jwks",
                        new JWKSet(List.of(
                                        rsa,
                                        new ECKeyGenerator(Curve.P_256)
                                                .keyID("es")
                                                .generate()))
                                .toString(false),
                "supportedScopes", List.of(Tenant.scope("openid"), Tenant.scope("email"), Tenant.scope("read")),
                "attributes",
                        List.of(
                                Json.map("key", "grantkeep.front", "value", "true"),
                                Json.map(
                                        "key",
                                        "grantkeep.front.login_uri",
                                        "value",
                                        "http://127.0.0.1:" + port + "/")));
        Path script = Files.writeString(directory.resolve("page.py"), program());
        ProcessBuilder python = new ProcessBuilder("python3", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        python.environment().put("API", stage.app().uri().toString());
        python.environment().put("SERVICE", Long.toString(tenant.id()));
        python.environment().put("SECRET", tenant.secret());
        python.environment().put("PORT", Integer.toString(port));
        page = python.start();
        awaitPage();
    }

    @BeforeEach
    void registerAClient() {
        client = tenant.client("redirectUris", List.of(CALLBACK), "clientName", "A <b>shop</b>");
    }

    @AfterAll
    void stopThePage() {
        if (page != null) {
            page.destroyForcibly();
        }
    }

    @Test
    void letsAPersonInAndTheClientReadWhoItIs() {
        Visitor anna = new Visitor();
        String code = anna.logsInAndAllows("openid email read", "");
        HttpResponse<String> tokens = anna.exchange(code);
        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(tokens.body()).contains("id_token");
        String access = found("\"access_token\":\"([\\w.-]+)\"", tokens.body());
        assertThat(anna.get(issuer + "/userinfo", "Authorization", "Bearer " + access)
                        .body())
                .isEqualTo("{\"email\":\"anna@example.com\",\"email_verified\":true,\"sub\":\"anna\"}");
    }

    @Test
    void goesOnWithoutAPageOnceAllowedAndNotWithoutALogin() {
        Visitor anna = new Visitor();
        assertThat(location(anna.follows(anna.authorize("openid", "&prompt=none"))))
                .contains("error=login_required");
        anna.logsInAndAllows("openid read", "");
        assertThat(location(anna.follows(anna.authorize("openid read", "&prompt=none"))))
                .contains("code=");
        assertThat(location(anna.follows(anna.authorize("openid email read", "&prompt=none"))))
                .contains("error=consent_required");
    }

    @Test
    void takesANoAndRefusesAnOldLink() {
        Visitor anna = new Visitor();
        HttpResponse<String> asked = anna.logsIn("read", "");
        String ticket = ticketOf(asked);
        assertThat(asked.body()).contains("A &lt;b&gt;shop&lt;/b&gt;").doesNotContain("<b>");
        assertThat(location(anna.post(pageUri(), "ticket=" + ticket + "&answer=no")))
                .contains("error=access_denied");
        assertThat(anna.get(pageUri() + "?ticket=" + ticket).body()).contains("too old");
    }

    @Test
    void agreesToNothingWithoutItsCookie() {
        String ticket = ticketOf(new Visitor().logsIn("read", ""));
        HttpResponse<String> forged = new Visitor().post(pageUri(), "ticket=" + ticket + "&answer=yes");
        assertThat(forged.statusCode()).isEqualTo(200);
        assertThat(forged.body()).contains("password");
    }

    /** A browser with cookies of its own. */
    private final class Visitor {
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        HttpResponse<String> authorize(String scope, String more) {
            return get(issuer + "/authorize?response_type=code&client_id=" + client.id() + "&redirect_uri="
                    + encoded(CALLBACK) + "&scope=" + encoded(scope) + more);
        }

        HttpResponse<String> follows(HttpResponse<String> redirect) {
            return get(location(redirect));
        }

        /** As far as the page that asks for consent. */
        HttpResponse<String> logsIn(String scope, String more) {
            HttpResponse<String> login = follows(authorize(scope, more));
            assertThat(login.body()).contains("password");
            HttpResponse<String> entered = post(pageUri(), "ticket=" + ticketOf(login) + "&user=anna&password=secret");
            assertThat(entered.statusCode()).isEqualTo(303);
            return get(URI.create(pageUri()).resolve(location(entered)).toString());
        }

        String logsInAndAllows(String scope, String more) {
            HttpResponse<String> allowed = post(pageUri(), "ticket=" + ticketOf(logsIn(scope, more)) + "&answer=yes");
            return found("code=([\\w-]+)", location(allowed));
        }

        HttpResponse<String> exchange(String code) {
            String pair = client.id() + ":" + client.secret();
            return send(HttpRequest.newBuilder(URI.create(issuer + "/token"))
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(CALLBACK)))
                    .build());
        }

        HttpResponse<String> get(String uri, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
            return send((headers.length == 0 ? request : request.headers(headers)).build());
        }

        HttpResponse<String> post(String uri, String form) {
            return send(HttpRequest.newBuilder(URI.create(uri))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build());
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return http.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private String pageUri() {
        return "http://127.0.0.1:" + port + "/";
    }

    private static String ticketOf(HttpResponse<String> page) {
        return found("name=\"ticket\" value=\"([\\w-]+)\"", page.body());
    }

    private static String location(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow();
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String program() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "front.md"));
        return found("(?s)```python\n(.*?)```", text);
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitPage() throws Exception {
        Visitor visitor = new Visitor();
        for (int i = 0; i < 100; i++) {
            try {
                visitor.get(pageUri());
                return;
            } catch (java.io.UncheckedIOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the page does not answer");
    }
}
