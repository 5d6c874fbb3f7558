package dev.grantkeep.benchmark.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.grantkeep.benchmark.data.StoredBytes;
import dev.grantkeep.benchmark.data.StoredBytes.Part;
import org.bson.Document;
import org.junit.jupiter.api.Test;

final class MongoBytesTest {
    private final StoredBytes stored = new MongoBytes(
                    stats(1_000, 300_000L, 50_000, 41_000L), stats(0, 4_096, 4_096, 4_096), stats(10, 500, 20, 30))
            .stored();

    @Test
    void documentsAndAllIndexesCount() {
        assertThat(stored.token()).isEqualTo(391);
        assertThat(stored.floorToken()).isEqualTo(55);
        assertThat(stored.token())
                .isCloseTo(stored.parts().stream().mapToDouble(Part::bytes).sum(), within(1e-6));
    }

    @Test
    void anEmptyCollectionIsNoError() {
        assertThat(stored.grantHead()).isEqualTo(3 * 4_096);
    }

    @Test
    void eachIndexIsNamed() {
        assertThat(stored.parts()).extracting(Part::name).containsExactly("documents", "`_id_`", "`access`");
    }

    /** As {@code collStats} answers: its numbers are of any type. */
    private static Document stats(int count, Number storage, Number id, Number access) {
        return new Document("count", count)
                .append("size", count * 700.0)
                .append("storageSize", storage)
                .append("indexSizes", new Document("access", access).append("_id_", id));
    }
}
