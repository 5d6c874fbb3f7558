package dev.grantkeep.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class DatabaseTest {
    @Test
    void onlyMongoHasResultsOfItsOwnName() {
        assertThat(Database.named("postgresql").suffix()).isEmpty();
        assertThat(Database.named("jdbc:postgresql://h/d?user=u").suffix()).isEmpty();
        assertThat(Database.named("mongo").suffix()).isEqualTo("-mongo");
    }

    @Test
    void whatCannotBeMeasuredIsRefusedWithoutShowingIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> Database.named("h2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Database.named("mongodb://user:secret@host/d"))
                .withMessageContaining("MONGODB_URI")
                .withMessageNotContaining("secret");
    }
}
