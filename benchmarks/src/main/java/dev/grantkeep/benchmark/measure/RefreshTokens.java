package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.Wrk;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Hands out the refresh tokens of the main stage, each once: those who refresh go on with what they get for it. */
final class RefreshTokens {
    private final Stage stage;
    private final Path file;

    /** The first is used to see how long an answer is. */
    private int nextOfGrantkeep = 2;

    private int nextOfFloor = 1;

    /** @param file that the tokens are written into, anew for each run */
    RefreshTokens(Stage stage, Path file) {
        this.stage = stage;
        this.file = file;
    }

    /** @param count of those that the run begins with; no fewer than there are connections */
    Requests forGrantkeep(int count) {
        List<String> tokens = stage.data().refreshTokens(stage.bulk(), nextOfGrantkeep, count);
        nextOfGrantkeep += count;
        return requests(Stage.TOKEN, tokens);
    }

    /** The same with the floor's. */
    Requests forFloor(int count) {
        List<String> tokens = stage.data().floorRefreshTokens(nextOfFloor, count);
        nextOfFloor += count;
        return requests("/api/auth/refresh", tokens);
    }

    private Requests requests(String path, List<String> tokens) {
        try {
            Files.write(file, tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Requests(
                "refresh.lua",
                List.of(
                        path,
                        stage.tenant().authorization(),
                        stage.refreshBody(),
                        file.toString(),
                        Integer.toString(Wrk.threads())));
    }
}
