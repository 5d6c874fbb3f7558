package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of an operator at a running server, on every store. */
@OnEveryStore
final class OperatorCommandsTest {
    private final Stage stage;
    private final Console owner;
    private final Tenant tenant;
    private final OAuthClient client;

    OperatorCommandsTest(Stage stage) {
        this.stage = stage;
        owner = Console.of(stage);
        tenant = stage.tenant();
        client = tenant.client();
        owner.forService(tenant);
    }

    @Test
    void serviceThatIsCreatedIsListedAndShownWithoutItsSecret() {
        JsonObject created = owner.object(
                "service", "create", "--name", "Made", "--issuer", "https://made.example.com", "--scope", "read");

        assertThat(created.get("apiSecret").getAsString()).hasSizeGreaterThan(40);
        String id = created.get("apiKey").getAsString();
        assertThat(ids(owner.json("service", "list"), "apiKey")).contains(id);
        JsonObject shown = owner.object("service", "show", id);
        assertThat(shown.get("apiSecret").getAsString()).isEqualTo("(hidden)");
        assertThat(shown.get("issuer").getAsString()).isEqualTo("https://made.example.com");
        assertThat(owner.out()).doesNotContain(created.get("apiSecret").getAsString());
    }

    @Test
    void rotatedSecretLetsInAndTheOneBeforeDoesNot() {
        String secret = owner.object("service", "rotate-secret", tenant.id())
                .get("newApiSecret")
                .getAsString();

        assertThat(secret).isNotEqualTo(tenant.secret());
        String credentials = tenant.api().dialect().credentials(Long.toString(tenant.id()), secret);
        tenant.api().as(credentials).get("client/get/" + client.id()).ok();
        assertThat(tenant.api().get("client/get/" + client.id()).status()).isEqualTo(401);
    }

    @Test
    void secretGoesToAFileThatOnlyItsOwnerReads(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("secret");

        JsonObject rotated = owner.object("service", "rotate-secret", tenant.id(), "--secret-file", file);

        assertThat(owner.out()).doesNotContain(Files.readString(file).strip());
        assertThat(rotated.get("newApiSecret").getAsString()).isEqualTo("(in " + file + ")");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void fileThatIsThereIsNotOverwrittenAndNothingChanges(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), "mine");

        assertThat(owner.run("service", "rotate-secret", tenant.id(), "--secret-file", file))
                .isEqualTo(ExitCode.FILE.number());

        assertThat(file).hasContent("mine");
        tenant.api().get("client/get/" + client.id()).ok();
    }

    @Test
    void refusedCreationLeavesNoFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("secret");
        Path members = Files.writeString(directory.resolve("client.json"), "{\"redirectUris\": 5}");

        assertThat(owner.run("client", "create", "--file", members, "--secret-file", file))
                .isEqualTo(ExitCode.REFUSED.number());

        assertThat(file).doesNotExist();
        assertThat(owner.err()).hasLineCount(1);
    }

    @Test
    void fileThatIsCutOffIsRefused(@TempDir Path directory) throws IOException {
        Path members = Files.writeString(directory.resolve("client.json"), "{\"clientName\": \"half");

        assertThat(owner.run("client", "create", "--file", members)).isEqualTo(ExitCode.FILE.number());

        assertThat(owner.err()).contains("is not one whole JSON object").hasLineCount(1);
    }

    @Test
    void clientThatIsCreatedWorks() {
        JsonObject created = owner.object(
                "client", "create", "--name", "Made", "--redirect-uri", "https://made.example.com/cb", "--public");

        String id = created.get("clientId").getAsString();
        assertThat(created.get("clientType").getAsString()).isEqualTo("PUBLIC");
        assertThat(ids(owner.json("client", "list"), "clientId")).contains(id, Long.toString(client.id()));
        assertThat(owner.object("client", "show", id).get("clientSecret").getAsString())
                .isEqualTo("(hidden)");
    }

    @Test
    void lockedClientsTokensRestUntilItIsUnlocked() {
        Tokens tokens = client.tokens("anna", "read");

        owner.object("client", "lock", client.id());
        assertThat(state(tokens.access())).isEqualTo("CLIENT_LOCKED");
        owner.object("client", "unlock", client.id());

        assertThat(state(tokens.access())).isEqualTo("ACTIVE");
    }

    @Test
    void grantsAreListedNarrowedAndRevoked() {
        Tokens tokens = client.tokens("anna", "read write");

        JsonObject grant = owner.json("grant", "list", "--subject", "anna")
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        assertThat(grant.get("clientId").getAsLong()).isEqualTo(client.id());
        assertThat(grant.get("scopes").toString()).contains("read", "write");

        owner.object("grant", "narrow", "--subject", "anna", "--client", client.id(), "--scope", "read");
        assertThat(tenant.scopesOf(tokens.access())).containsExactly("read");

        assertThat(owner.run("grant", "revoke", "--subject", "anna", "--all", "--dry-run"))
                .isZero();
        assertThat(tenant.works(tokens.access())).isTrue();
        assertThat(owner.run("grant", "revoke", "--subject", "anna", "--all")).isZero();
        assertThat(tenant.works(tokens.access())).isFalse();
        assertThat(state(tokens.access())).isEqualTo("GRANT_ENDED");
    }

    @Test
    void explanationSaysWhoseATokenIsAndWhichSettingDecidedItsLife() {
        tenant.change("supportedScopes", List.of(Tenant.scope("read", 600), Tenant.scope("write")));
        Tokens tokens = client.tokens("anna", "read write");

        JsonObject access = explain(tokens.access());
        JsonObject refresh = explain(tokens.refresh());

        assertThat(access.get("kind").getAsString()).isEqualTo("ACCESS_TOKEN");
        assertThat(access.get("clientId").getAsLong()).isEqualTo(client.id());
        assertThat(access.get("subject").getAsString()).isEqualTo("anna");
        assertThat(access.get("duration").getAsLong()).isEqualTo(600);
        assertThat(access.get("durationDecidedBy").getAsString()).isEqualTo("an attribute of the scope read");
        assertThat(refresh.get("kind").getAsString()).isEqualTo("REFRESH_TOKEN");
        assertThat(refresh.get("durationDecidedBy").getAsString()).isEqualTo("the service");
    }

    @Test
    void lifeThatTheSettingsOfNowDoNotSayIsToldSo() {
        Tokens tokens = client.tokens("anna", "read");

        tenant.change("accessTokenDuration", 60);

        assertThat(explain(tokens.access()).get("durationDecidedBy").getAsString())
                .contains("settings that have changed since");
    }

    @Test
    void explanationSaysWhyATokenDoesNotWork() {
        Tokens first = client.tokens("anna", "read");
        Tokens second = client.refreshed(first);

        assertThat(state(first.access())).isEqualTo("REPLACED");
        assertThat(state(first.refresh())).isIn("REPLACED", "ACTIVE");
        assertThat(state(second.access())).isEqualTo("ACTIVE");
        stage.later(Duration.ofDays(2));
        assertThat(state(second.access())).isEqualTo("EXPIRED");
    }

    @Test
    void tokenOfNobodyAndTokenOfAnotherServiceAreTold() {
        Tokens elsewhere = stage.tenant().client().tokens("anna", "read");

        assertThat(owner.typing("nonsense").run("token", "explain")).isEqualTo(ExitCode.NOT_FOUND.number());
        assertThat(owner.typing(elsewhere.access()).run("token", "explain")).isEqualTo(ExitCode.OTHER_TENANT.number());
        assertThat(owner.err()).doesNotContain(elsewhere.access()).hasLineCount(1);
    }

    @Test
    void wrongCredentialsAndThoseOfAnotherServiceAreToldApart() {
        Tenant other = stage.tenant();

        Console wrong = Console.as(stage, "wrong").forService(tenant);
        assertThat(wrong.run("client", "list")).isEqualTo(ExitCode.CREDENTIALS.number());
        assertThat(wrong.err()).hasLineCount(1);

        Console foreign = Console.as(stage, other.secret()).forService(tenant);
        assertThat(foreign.run("client", "list")).isEqualTo(ExitCode.OTHER_TENANT.number());
        assertThat(foreign.err()).hasLineCount(1);
        assertThat(foreign.run("service", "list")).isEqualTo(ExitCode.OTHER_TENANT.number());
    }

    @Test
    void serviceThatIsNotThereAndClientThatIsNotThereAreTold() {
        assertThat(owner.run("client", "list", "--service", 999_999)).isEqualTo(ExitCode.NOT_FOUND.number());
        assertThat(owner.run("client", "show", "nobody")).isEqualTo(ExitCode.NOT_FOUND.number());
        assertThat(owner.run("service", "show", "x")).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void descriptionsComeFromTheServer() {
        assertThat(owner.run("openapi", "2")).isZero();
        assertThat(Json.parse(owner.out()).getAsJsonObject().get("openapi").getAsString())
                .startsWith("3.1");
        assertThat(owner.run("openapi", "3")).isZero();
        assertThat(owner.out()).contains("/api/{serviceId}/auth/token/explain");
        assertThat(owner.run("openapi", "4")).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void healthNeedsNoCredentials() {
        assertThat(Console.as(stage, "wrong").run("health")).isZero();
    }

    private String state(String token) {
        return explain(token).get("state").getAsString();
    }

    private JsonObject explain(String token) {
        return owner.typing(token).object("token", "explain", "-");
    }

    private static List<String> ids(JsonElement list, String name) {
        return StreamSupport.stream(list.getAsJsonArray().spliterator(), false)
                .map(entry -> entry.getAsJsonObject().get(name).getAsString())
                .toList();
    }
}
