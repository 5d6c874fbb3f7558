package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Dataset;
import java.util.List;

/**
 * Refresh tokens to begin with, each beside the number of its client. They are those of the bulk that introspections
 * leave alone, numbered from 1; a run uses up what it began with.
 */
record RefreshTokens(Stage stage) {
    List<String> ofGrantkeep(int first, int count) {
        return stage.data()
                .texts("""
                        select benchmark_refresh(id) || ' ' || client_id
                        from generate_series(%1$d, %2$d) k
                        join token on access_hash = benchmark_hash(benchmark_access('%3$s', k * %4$d::bigint))
                        """.formatted(first, first + count - 1, stage.bulk().name(), Dataset.REFRESH_STEP));
    }

    List<String> ofFloor(int first, int count) {
        return stage.data().texts("""
                        select benchmark_refresh(benchmark_id('f', k * %3$d::bigint, 0)) || ' 1'
                        from generate_series(%1$d, %2$d) k
                        """.formatted(first, first + count - 1, Dataset.REFRESH_STEP));
    }
}
