package dev.grantkeep.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

final class LoadResultTest {
    @Test
    void theLineOfTheScriptIsFoundAmongWhatWrkPrints() {
        LoadResult result = LoadResult.parse("""
                Running 2s test @ http://127.0.0.1:1
                RESULT requests=4000 microseconds=2000000 bytes=800000 errors=1 p50=400 p99=900 p999=1200 falseActive=2 falseInactive=3
                """);

        assertThat(result).isEqualTo(new LoadResult(4_000, 2_000_000, 800_000, 1, 400, 900, 1_200, 2, 3));
        assertThat(result.perSecond()).isEqualTo(2_000);
        assertThat(result.bytesOfResponse()).isEqualTo(200);
    }

    @Test
    void outputWithoutTheLineIsAFailure() {
        assertThatIllegalStateException().isThrownBy(() -> LoadResult.parse("unable to connect"));
    }
}
