package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Secrets of every kind, good ones and made-up ones, go through every endpoint there is, while everything of Grantkeep's own
 * is logged and the server's own log is at its most talkative. None of them is in the log.
 */
class CanaryTest {
    /** Texts that nobody may log, however they are sent. */
    private static final String CANARY = "canary-Zx81-kHq7vT2mWc9eR4yUb6";

    private static final List<String> SECRET_PARAMETERS = List.of(
            "token",
            "accessToken",
            "refreshToken",
            "accessTokenIdentifier",
            "refreshTokenIdentifier",
            "ticket",
            "clientSecret",
            "client_secret",
            "client_assertion",
            "request",
            "request_uri",
            "code",
            "code_verifier",
            "refresh_token",
            "device_code",
            "userCode",
            "user_code",
            "password",
            "dpop",
            "id_token_hint",
            "sessionTicket",
            "s");

    @TempDir
    private Path directory = Path.of(".");

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Set<String> secrets = new TreeSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void noSecretIsLogged(String format) throws Exception {
        QuietLog.forgetSecrets();
        try (GrantkeepProcess grantkeep = GrantkeepProcess.start(talkative(format), directory, log::add)) {
            Tenant tenant = flows(grantkeep);
            everyEndpoint(grantkeep.uri(), tenant);
            awaitTheLastLine(grantkeep.uri());
        }
        secrets.addAll(QuietLog.secrets());
        secrets.addAll(List.of(CANARY, RunningGrantkeep.OWNER_SECRET, RunningGrantkeep.OWNER_ACCESS_TOKEN));

        assertThat(secrets).hasSizeGreaterThan(15);
        assertThat(log).hasSizeGreaterThan(500);
        assertThat(log).anyMatch(line -> line.contains("/api/{serviceId:[0-9]+}/auth/token"));
        Set<String> forms = secrets.stream().flatMap(CanaryTest::forms).collect(Collectors.toSet());
        assertThat(log.stream()
                        .filter(line -> forms.stream().anyMatch(line::contains))
                        .limit(5))
                .as("lines with secrets")
                .isEmpty();
    }

    private static Map<String, String> talkative(String format) {
        Map<String, String> settings = new HashMap<>(StoreMode.H2.settings());
        settings.put("grantkeep.log.format", format);
        settings.put("grantkeep.log.calls", "true");
        settings.put("logger.levels.dev.grantkeep", "TRACE");
        settings.put("logger.levels.io.micronaut.http", "DEBUG");
        settings.put("logger.levels.io.micronaut.web", "DEBUG");
        return settings;
    }

    /** As it is, and in the middle of what Base64 makes of a pair whose second half it is. */
    private static Stream<String> forms(String secret) {
        return Stream.of("", "x", "xy")
                .map(before -> Base64.getEncoder().withoutPadding().encodeToString((before + secret).getBytes(UTF_8)))
                .map(encoded -> encoded.substring(4, encoded.length() - 2))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), encoded -> Stream.concat(Stream.of(secret), encoded.stream())));
    }

    /** All that is done with secrets which are right. */
    private Tenant flows(GrantkeepProcess grantkeep) {
        Tenant tenant = Tenant.create(
                grantkeep.owner(),
                "supportedGrantTypes",
                List.of(
                        "AUTHORIZATION_CODE",
                        "IMPLICIT",
                        "REFRESH_TOKEN",
                        "CLIENT_CREDENTIALS",
                        "PASSWORD",
                        "DEVICE_CODE"),
                "deviceVerificationUri",
                "https://as.example.com/device",
                "deviceFlowCodeDuration",
                600,
                "attributes",
                List.of(Json.map("key", "grantkeep.front", "value", "true")));
        OAuthClient client = tenant.client(
                "grantTypes",
                List.of(
                        "AUTHORIZATION_CODE",
                        "IMPLICIT",
                        "REFRESH_TOKEN",
                        "CLIENT_CREDENTIALS",
                        "PASSWORD",
                        "DEVICE_CODE"));
        secrets.add(tenant.secret());
        secrets.add(client.secret());
        String code = client.code("user", "read");
        secrets.add(code);
        Tokens tokens = client.refreshed(Tokens.of(client.exchange(code)));
        secrets.add(tokens.access());
        secrets.add(tokens.refresh());
        tenant.works(tokens.access());
        client.exchange(code);
        client.token("grant_type", "password", "username", "user", "password", CANARY);
        client.token("grant_type", "client_credentials");
        secrets.add(client.handle("response_type", "code"));
        Answer device = tenant.api()
                .post(
                        "device/authorization",
                        "parameters",
                        Form.of("client_id", client.id(), "scope", "read"),
                        "clientId",
                        Long.toString(client.id()),
                        "clientSecret",
                        client.secret());
        secrets.add(device.ok().text("deviceCode"));
        secrets.add(device.text("userCode"));
        tenant.api().post("device/verification", "userCode", device.text("userCode"));
        client.token(
                "grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", device.text("deviceCode"));
        tenant.api().delete("auth/token/delete/" + tokens.access());
        return tenant;
    }

    private void everyEndpoint(URI server, Tenant tenant) throws IOException, InterruptedException {
        List<String> authorizations = List.of(
                Dialect.basic(CANARY, CANARY),
                "Bearer " + CANARY,
                Dialect.basic(RunningGrantkeep.OWNER_KEY, RunningGrantkeep.OWNER_SECRET),
                "Bearer " + RunningGrantkeep.OWNER_ACCESS_TOKEN,
                "Bearer " + tenant.secret());
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (UriRouteInfo<?, ?> route :
                    RunningGrantkeep.on(StoreMode.H2).routes().toList()) {
                for (String authorization : authorizations) {
                    http.send(request(server, route, tenant, authorization), BodyHandlers.discarding());
                }
            }
            http.send(
                    HttpRequest.newBuilder(server.resolve("/api/no/such/" + CANARY + "?token=" + CANARY))
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    private static HttpRequest request(URI server, UriRouteInfo<?, ?> route, Tenant tenant, String authorization) {
        String path = route.getUriMatchTemplate()
                .toString()
                .replaceAll("\\{serviceId[^}]*}", Long.toString(tenant.id()))
                .replaceAll("\\{\\?[^}]*}", "")
                .replaceAll("\\{[^}]*}", CANARY);
        boolean hasBody = route.getHttpMethod() == HttpMethod.POST || route.getHttpMethod() == HttpMethod.PUT;
        boolean json = path.startsWith("/api/");
        String form = Form.of(SECRET_PARAMETERS.stream()
                .flatMap(name -> Stream.<Object>of(name, CANARY))
                .toArray());
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path + "?" + form))
                .header("Authorization", authorization)
                .header("Cookie", "session=" + CANARY)
                .header("DPoP", CANARY)
                .header("Content-Type", json ? Api.JSON : Api.FORM);
        return request.method(
                        route.getHttpMethodName(),
                        hasBody ? BodyPublishers.ofString(json ? body(form) : form) : BodyPublishers.noBody())
                .build();
    }

    private static String body(String form) {
        Map<String, Object> members = new HashMap<>();
        SECRET_PARAMETERS.forEach(name -> members.put(name, CANARY));
        members.put("parameters", "grant_type=refresh_token&response_type=code&" + form);
        members.put("clientIdentifier", "1");
        return Json.text(members);
    }

    /** Lines come by a pipe: what a marked call logs comes after those of all calls before it. */
    private void awaitTheLastLine(URI server) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(server.resolve("/api/misc/echo"))
                            .header("X-Request-Id", "the-last-one")
                            .build(),
                    BodyHandlers.discarding());
        }
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end && log.stream().noneMatch(line -> line.contains("the-last-one"))) {
            Thread.onSpinWait();
        }
    }
}
