package dev.grantkeep.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class OptionsTest {
    @Test
    void withoutOptionsEverythingIsMeasuredAtLength() {
        Options options = Options.parse();

        assertThat(options.database().name()).isEqualTo("postgresql");
        assertThat(options.only()).isEmpty();
        assertThat(options.settings().rounds()).isEqualTo(3);
        assertThat(options.settings().tokens()).containsExactly(10_000L, 100_000L, 1_000_000L, 10_000_000L);
    }

    @Test
    void whatIsGivenCounts() {
        Options options = Options.parse(
                "--quick", "--connections", "8", "--rounds", "5", "--tokens", "2000,1000", "--only", "issue,refresh");

        assertThat(options.quick()).isTrue();
        assertThat(options.only()).containsExactly("issue", "refresh");
        assertThat(options.settings().connections()).isEqualTo(8);
        assertThat(options.settings().rounds()).isEqualTo(5);
        assertThat(options.settings().tokens()).containsExactly(1_000L, 2_000L);
    }

    @Test
    void eachMeasurementCanBeTheOnlyOne() {
        assertThat(Options.parse("--only", "mix,open-loop,second-floor,embedded")
                        .only())
                .containsExactly("mix", "open-loop", "second-floor", "embedded");
        assertThat(Options.HELP).contains("open-loop", "mix", "second-floor", "embedded");
    }

    @Test
    void whatIsUnknownIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--fast"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--only", "everything"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--rounds"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--database", "h2"));
    }
}
