package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.grantkeep.bootstrap.e2e.CommandLine.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving in from the export files of other servers. */
class ImportTest {
    private static final RunningGrantkeep SERVER =
            RunningGrantkeep.on(StoreMode.chosen().getFirst());
    private static final String JANES_ACCESS = "Q3vX1tWqk0sKcYw7s6fYp2z4mB8nD5rE";
    private static final String JANES_REFRESH = "r8N2mXk5Jw0qTz6vLs3Yp9cB1dE4fG7h";

    @TempDir
    Path directory;

    private Tenant tenant;

    @BeforeEach
    void start() {
        Api owner =
                new Api(SERVER.uri(), Dialect.V3, 1, Dialect.V3.credentials("", RunningGrantkeep.OWNER_ACCESS_TOKEN));
        tenant = Tenant.create(
                owner, "supportedGrantTypes", List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"));
    }

    @Test
    void authletesServiceClientsConsentsAndKnownTokensMoveOnce() throws IOException {
        String files = "authlete-tokens.json authlete-clients.json authlete-services.json";
        JsonObject dry = report(run("authlete --dry-run", files));
        assertThat(count(dry, "services", "moves")).isEqualTo(1);
        assertThat(dry.has("clients")).isFalse();

        JsonObject done = report(run("authlete", files));
        assertThat(count(done, "services", "moves")).isEqualTo(1);
        assertThat(count(done, "clients", "moves")).isEqualTo(3);
        assertThat(count(done, "consents", "moves")).isEqualTo(3);
        assertThat(count(done, "tokens", "moves")).isEqualTo(1);
        assertThat(count(done, "tokens", "needsLogin")).isEqualTo(1);
        assertThat(count(done, "tokens", "lost")).isEqualTo(2);
        assertThat(done.getAsJsonArray("needSecret").toString()).isEqualTo("[\"26478243745572\"]");

        long id = done.getAsJsonObject("newServices").get("21653835348762").getAsLong();
        Api service = tenant.owner().of(id);
        assertThat(service.post("auth/introspection", "token", JANES_ACCESS)
                        .does("OK")
                        .text("subject"))
                .isEqualTo("jane");
        assertThat(service.get("client/get/photo-frame").ok().text("clientSecret"))
                .startsWith("gXz97ISgLs4HuXwO");
        assertThat(service.get("client/get/26478243745572").ok().text("clientSecret"))
                .doesNotContain("*");
        assertThat(service.get("client/get/26478243745573")
                        .ok()
                        .json()
                        .get("locked")
                        .getAsBoolean())
                .isTrue();
        Answer refreshed = service.post(
                "auth/token",
                "parameters",
                "grant_type=refresh_token&refresh_token=" + JANES_REFRESH,
                "clientId",
                "photo-frame",
                "clientSecret",
                service.get("client/get/photo-frame").text("clientSecret"));
        assertThat(refreshed.text("action")).isEqualTo("OK");

        JsonObject again = report(run("authlete", files));
        assertThat(count(again, "services", "alreadyThere")).isEqualTo(1);
        assertThat(count(again, "clients", "alreadyThere")).isEqualTo(3);
        assertThat(count(again, "consents", "alreadyThere")).isEqualTo(3);
        assertThat(service.get("client/get/list").ok().number("totalCount")).isEqualTo(3);
        tenant.owner().delete(Dialect.V3.servicePath("delete", id));
    }

    @Test
    void hydrasClientsAndRememberedConsentsMoveAndTheRestIsTold() throws IOException {
        String files = "hydra-clients.json hydra-consents.json";
        JsonObject dry = report(run("hydra --dry-run", files));
        assertThat(count(dry, "clients", "moves")).isEqualTo(3);
        assertThat(tenant.api().get("client/get/list").ok().number("totalCount"))
                .isZero();

        JsonObject done = report(run("hydra", files));
        assertThat(count(done, "clients", "moves")).isEqualTo(3);
        assertThat(count(done, "consents", "moves")).isEqualTo(1);
        assertThat(count(done, "consents", "lost")).isEqualTo(1);
        assertThat(done.getAsJsonArray("needSecret").toString())
                .contains("b4a4b0a7")
                .doesNotContain("mobile", "batch");
        assertThat(done.getAsJsonObject("reasons").keySet())
                .contains(
                        "The member audience has no counterpart",
                        "The member post_logout_redirect_uris has no counterpart",
                        "The member metadata has no counterpart",
                        "The member backchannel_logout_uri has no counterpart",
                        "The grant type urn:example:own has no counterpart",
                        "A consent that is over has no counterpart",
                        "A consent that was for once has no counterpart");
        Answer calendar = tenant.api()
                .get("client/get/b4a4b0a7-7b0b-4c22-8b3c-0e9a1f2f9f3d")
                .ok();
        assertThat(calendar.texts("responseTypes")).containsExactlyInAnyOrder("CODE", "CODE_ID_TOKEN");
        assertThat(calendar.json()
                        .getAsJsonObject("extension")
                        .get("accessTokenDuration")
                        .getAsLong())
                .isEqualTo(5_400);
        assertThat(tenant.api().get("client/get/batch").ok().text("clientSecret"))
                .isEqualTo("kept-by-whoever-registered-it");
        assertThat(granted("b4a4b0a7-7b0b-4c22-8b3c-0e9a1f2f9f3d", "user-1"))
                .containsExactlyInAnyOrder("openid", "calendar");

        JsonObject again = report(run("hydra", files));
        assertThat(count(again, "clients", "alreadyThere")).isEqualTo(3);
        assertThat(count(again, "consents", "alreadyThere")).isEqualTo(1);
    }

    @Test
    void keycloaksClientsAndConsentsMoveWithoutStarsAndPatterns() throws IOException {
        JsonObject done = report(run("keycloak", "keycloak-realm.json"));
        assertThat(count(done, "clients", "moves")).isEqualTo(2);
        assertThat(count(done, "consents", "moves")).isEqualTo(1);
        assertThat(done.getAsJsonArray("needSecret").toString()).isEqualTo("[\"warehouse\"]");
        assertThat(done.getAsJsonObject("reasons").keySet())
                .contains(
                        "A client of Keycloak's own has no counterpart",
                        "A client of the protocol saml has no counterpart",
                        "The redirect URI https://shop.example.com/* has no counterpart",
                        "The member protocolMappers has no counterpart",
                        "The attribute post.logout.redirect.uris has no counterpart",
                        "The realm's roles has no counterpart");
        Answer shop = tenant.api().get("client/get/shop").ok();
        assertThat(shop.texts("redirectUris")).containsExactly("https://shop.example.com/callback");
        assertThat(shop.text("clientSecret")).isEqualTo("dHq8sB1Zk4Lm9Pq2Rt6Vw0Xy3Za5Cc7E");
        assertThat(shop.json().get("pkceS256Required").getAsBoolean()).isTrue();
        assertThat(tenant.api()
                        .get("client/get/warehouse")
                        .ok()
                        .json()
                        .get("locked")
                        .getAsBoolean())
                .isTrue();
        assertThat(granted("shop", "8f6d3f39-8c0b-4d2b-9c52-0f2d5a7e9b11"))
                .containsExactlyInAnyOrder("profile", "email");
        assertThat(run("keycloak", "keycloak-realm.json").out()).contains("\"alreadyThere\": 2");
    }

    /** Between the steps that make one client. */
    @Test
    void aRunThatWasCutOffIsFinishedByTheNext() throws IOException {
        tenant.api()
                .postJson(
                        "client/create",
                        "{\"clientIdAlias\":\"shop\",\"clientName\":\"The shop\",\"attributes\":["
                                + "{\"key\":\"imported_from\",\"value\":\"keycloak:shop\"},"
                                + "{\"key\":\"import_unfinished\",\"value\":\"true\"}]}")
                .ok();
        run("keycloak", "keycloak-realm.json");
        Answer shop = tenant.api().get("client/get/shop").ok();
        assertThat(shop.text("clientSecret")).isEqualTo("dHq8sB1Zk4Lm9Pq2Rt6Vw0Xy3Za5Cc7E");
        assertThat(shop.text()).doesNotContain("import_unfinished");
    }

    @Test
    void aClientThatWasNotImportedIsLeftAsItIs() throws IOException {
        tenant.api()
                .post("client/create", "clientIdAlias", "shop", "clientName", "Ours")
                .ok();
        Ended ended = run("keycloak", "keycloak-realm.json");
        assertThat(ended.code()).isEqualTo(11);
        assertThat(tenant.api().get("client/get/shop").ok().text("clientName")).isEqualTo("Ours");
    }

    @Test
    void aSecretThatWasChangedHereSinceStays() throws IOException {
        run("keycloak", "keycloak-realm.json");
        tenant.api()
                .post("client/secret/update/shop", "clientSecret", "ours-now")
                .ok();
        run("keycloak", "keycloak-realm.json");
        assertThat(tenant.api().get("client/get/shop").ok().text("clientSecret"))
                .isEqualTo("ours-now");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 2_000})
    void ofAFileThatIsCutOffNothingIsTaken(int length) throws IOException {
        Path whole = resource("keycloak-realm.json");
        Path cut = Files.writeString(
                directory.resolve("cut.json"), Files.readString(whole).substring(0, length));
        Ended ended = command("import", "keycloak", whole.toString(), cut.toString());
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.err().strip())
                .hasLineCount(1)
                .startsWith("Nothing was imported: ")
                .contains("cut.json");
        assertThat(tenant.api().get("client/get/list").ok().number("totalCount"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"hydra,keycloak-realm.json", "keycloak,hydra-clients.json", "authlete,hydra-consents.json"})
    void aFileOfAnotherServerIsNotTaken(String from, String file) throws IOException {
        Ended ended = command("import", from, resource(file).toString());
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.err().strip()).hasLineCount(1);
    }

    @Test
    void aServiceOfAnotherTenantIsNone() throws IOException {
        Tenant other = Tenant.create(tenant.owner());
        Ended ended = new CommandLine(SERVER.uri(), other.secret())
                .run(
                        "import",
                        "hydra",
                        "--service",
                        Long.toString(tenant.id()),
                        resource("hydra-clients.json").toString());
        assertThat(ended.code()).isIn(5, 6);
        assertThat(ended.err().strip()).hasLineCount(1);
        assertThat(tenant.api().get("client/get/list").ok().number("totalCount"))
                .isZero();
    }

    private List<String> granted(String client, String subject) {
        long id = tenant.api().get("client/get/" + client).ok().number("clientId");
        return tenant.api()
                .post("client/granted_scopes/get/" + id, "subject", subject)
                .ok()
                .texts("mergedGrantedScopes");
    }

    private Ended run(String words, String files) throws IOException {
        String[] arguments = Stream.of(
                        Stream.of("import"),
                        Arrays.stream(words.split(" ")),
                        Arrays.stream(files.split(" ")).map(this::resource).map(Path::toString),
                        Stream.of("--output", "json"))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return command(arguments);
    }

    private Ended command(String... arguments) {
        String[] all = arguments;
        if (!arguments[1].equals("authlete")) {
            all = Stream.concat(Arrays.stream(arguments), Stream.of("--service", Long.toString(tenant.id())))
                    .toArray(String[]::new);
        }
        return new CommandLine(SERVER.uri(), RunningGrantkeep.OWNER_ACCESS_TOKEN).run(all);
    }

    private static JsonObject report(Ended ended) {
        assertThat(ended.code()).as(ended.toString()).isZero();
        return Json.parse(ended.out()).getAsJsonObject();
    }

    private static int count(JsonObject report, String kind, String outcome) {
        return report.getAsJsonObject(kind).get(outcome).getAsInt();
    }

    private Path resource(String name) {
        try (InputStream content = Objects.requireNonNull(getClass().getResourceAsStream("imports/" + name))) {
            Path file = directory.resolve(name);
            Files.write(file, content.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
