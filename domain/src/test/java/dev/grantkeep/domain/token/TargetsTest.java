package dev.grantkeep.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TargetsTest {
    private static final Targets TWO = Targets.of(List.of("urn:a", "urn:b"), "[]");

    @Test
    void theAccessTokenIsForThoseOfTheGrantUnlessItIsNarrowed() {
        assertThat(TWO.ofAccessToken()).containsExactly("urn:a", "urn:b");
        Targets narrowed = TWO.narrowed(List.of("urn:b"), new RequestedDetails.None());
        assertThat(narrowed.ofAccessToken()).containsExactly("urn:b");
        assertThat(narrowed.resources()).containsExactly("urn:a", "urn:b");
        assertThat(narrowed.authorizationDetails()).isEqualTo("[]");
    }

    @Test
    void narrowingToNoneOrToAllIsNoNarrowing() {
        assertThat(TWO.narrowed(List.of(), new RequestedDetails.None())).isSameAs(TWO);
        assertThat(TWO.narrowed(List.of("urn:a", "urn:b"), new RequestedDetails.None()))
                .isEqualTo(TWO);
        assertThat(TWO.narrowed(List.of("urn:a"), new RequestedDetails.None())
                        .narrowed(List.of(), new RequestedDetails.None()))
                .isEqualTo(TWO);
    }

    @Test
    void onlyWhatAGrantHasCanBeWantedOfIt() {
        assertThat(TWO.canBeNarrowedTo(List.of("urn:a"))).isTrue();
        assertThat(TWO.canBeNarrowedTo(List.of("urn:a", "urn:c"))).isFalse();
        assertThat(Targets.NONE.canBeNarrowedTo(List.of("urn:c"))).isTrue();
    }

    @Test
    void whatWasAskedForCountsWhereNothingElseWasGranted() {
        assertThat(Targets.NONE.orAsked(TWO)).isEqualTo(TWO);
        assertThat(Targets.of(List.of("urn:c"), null).orAsked(TWO)).isEqualTo(Targets.of(List.of("urn:c"), "[]"));
        assertThat(Targets.of(List.of(), "[1]").orAsked(TWO)).isEqualTo(Targets.of(List.of("urn:a", "urn:b"), "[1]"));
    }

    @Test
    void theListsAreItsOwn() {
        List<String> given = new ArrayList<>(List.of("urn:a"));
        Targets targets = Targets.of(given, null);
        given.add("urn:b");
        assertThat(targets.resources()).containsExactly("urn:a");
    }
}
