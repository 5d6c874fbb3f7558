package dev.grantkeep.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class VersionTest {
    @Test
    void countsFromOne() {
        assertThat(Version.FIRST).isEqualTo(new Version(1));
        assertThat(Version.FIRST.next()).isEqualTo(new Version(2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Version(0));
    }
}
