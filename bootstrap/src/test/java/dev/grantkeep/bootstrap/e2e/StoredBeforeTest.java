package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an earlier release stored is all there, is answered as it was, and goes on from where it was. */
final class StoredBeforeTest {
    @TempDir
    private Path directory = Path.of(".");

    @ParameterizedTest
    @MethodSource("dev.grantkeep.bootstrap.e2e.StoreMode#chosen")
    void everyAnswerIsWhatItWas(StoreMode mode) {
        try (StoredBefore stored = StoredBefore.on(mode, directory)) {
            for (JsonElement recorded : stored.answers().getAsJsonArray("calls")) {
                JsonObject call = recorded.getAsJsonObject();
                Answer answer = repeat(stored, call);

                assertThat(answer.json()).as(text(call, "path")).isEqualTo(call.getAsJsonObject("answer"));
                assertThat(answer.status()).isEqualTo(call.get("status").getAsInt());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.grantkeep.bootstrap.e2e.StoreMode#chosen")
    void codesTicketsAndRefreshTokensGoOn(StoreMode mode) {
        try (StoredBefore stored = StoredBefore.on(mode, directory)) {
            JsonObject told = stored.answers();
            JsonObject of = told.getAsJsonObject("codeClient");
            Api api = stored.as(text(told, "serviceOfCode"));

            token(
                            api,
                            of,
                            "grant_type=authorization_code&code=" + text(told, "code") + "&redirect_uri="
                                    + URLEncoder.encode(text(of, "redirectUri"), UTF_8))
                    .does("OK");
            api.post("auth/authorization/issue", "ticket", text(told, "ticket"), "subject", "user 4")
                    .does("LOCATION");
            token(
                            stored.as(text(told, "serviceOfRefresh")),
                            told.getAsJsonObject("refreshClient"),
                            "grant_type=refresh_token&refresh_token=" + text(told, "refreshToken"))
                    .does("OK");
        }
    }

    /** A rolling update has both at work, and an update may be taken back. */
    @ParameterizedTest
    @MethodSource("dev.grantkeep.bootstrap.e2e.StoreMode#chosen")
    void theReleaseBeforeGoesOnBesideThisOne(StoreMode mode) throws SQLException {
        try (StoredBefore stored = StoredBefore.on(mode, directory);
                ReleaseBefore before = ReleaseBefore.on(mode, stored)) {
            Api api = stored.as(text(stored.answers(), "serviceOfCode"));
            JsonObject of = stored.answers().getAsJsonObject("codeClient");
            long client = of.get("id").getAsLong();
            api.post("client/update/" + client, "clientName", "This", "redirectUris", List.of(text(of, "redirectUri")))
                    .ok();

            assertThat(before.nameOfClient(client)).isEqualTo("This");
            before.renameClient(client, "Before");
            before.addClient(4_711, client);
            Answer written = api.get("client/get/" + client).ok();
            assertThat(written.text("clientName")).isEqualTo("Before");
            assertThat(api.get("client/get/4711").ok().text("clientName")).isEqualTo("Before");
            assertThat(api.postJson("client/update/" + client, Json.text(Tenant.members(written)))
                            .ok()
                            .text("clientName"))
                    .isEqualTo("Before");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.grantkeep.bootstrap.e2e.StoreMode#chosen")
    void theReleaseBeforeReadsAndWritesServicesToo(StoreMode mode) throws SQLException {
        try (StoredBefore stored = StoredBefore.on(mode, directory);
                ReleaseBefore before = ReleaseBefore.on(mode, stored)) {
            Api owner = stored.as(Dialect.basic(RunningGrantkeep.OWNER_KEY, RunningGrantkeep.OWNER_SECRET));
            JsonObject some =
                    owner.get("service/get/list").ok().objects("services").get(0);
            long service = some.get("apiKey").getAsLong();
            some.addProperty("serviceName", "This");
            owner.postJson("service/update/" + service, some.toString()).ok();

            assertThat(before.nameOfService(service)).isEqualTo("This");
            before.renameService(service, "Before");
            some.addProperty("serviceName", "Before");
            assertThat(withoutTimes(owner.get("service/get/" + service).ok().json()))
                    .isEqualTo(withoutTimes(some));
        }
    }

    private static JsonObject withoutTimes(JsonObject service) {
        JsonObject without = service.deepCopy();
        List.of("modifiedAt", "metadata", "type").forEach(without::remove);
        return without;
    }

    private static Answer token(Api api, JsonObject client, String parameters) {
        return api.post(
                "auth/token",
                "parameters",
                parameters,
                "clientId",
                text(client, "id"),
                "clientSecret",
                text(client, "secret"));
    }

    private static Answer repeat(StoredBefore stored, JsonObject call) {
        Api api = stored.as(text(call, "authorization"));
        String path = text(call, "path");
        return call.has("body")
                ? api.postJson(path, call.get("body").toString())
                : api.send(text(call, "method"), path, null, null);
    }

    private static String text(JsonObject of, String member) {
        return of.get(member).getAsString();
    }
}
