package dev.grantkeep.benchmark.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MongoUriTest {
    @Test
    void theDatabaseIsReplacedAndOptionsStay() {
        assertThat(new MongoUri("mongodb://a:1,b:2/x?replicaSet=r").in("y"))
                .isEqualTo("mongodb://a:1,b:2/y?replicaSet=r");
        assertThat(new MongoUri("mongodb://a").in("y")).isEqualTo("mongodb://a/y");
        assertThat(new MongoUri("mongodb://a/?w=1").in("y")).isEqualTo("mongodb://a/y?w=1");
    }

    @Test
    void theUserIsLookedUpWhereItWas() {
        assertThat(new MongoUri("mongodb://u:p@a/x").in("y")).isEqualTo("mongodb://u:p@a/y?authSource=x");
        assertThat(new MongoUri("mongodb://u:p@a").in("y")).isEqualTo("mongodb://u:p@a/y?authSource=admin");
        assertThat(new MongoUri("mongodb://u:p@a/x?authSource=z&w=1").in("y"))
                .isEqualTo("mongodb://u:p@a/y?authSource=z&w=1");
    }

    @Test
    void thePasswordHides() {
        assertThat(new MongoUri("mongodb://u:secret@a")).asString().doesNotContain("secret");
    }
}
