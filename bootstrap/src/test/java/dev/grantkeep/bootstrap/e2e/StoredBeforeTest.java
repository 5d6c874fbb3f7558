package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.file.Path;
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
