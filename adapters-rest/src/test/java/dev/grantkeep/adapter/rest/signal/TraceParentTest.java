package dev.grantkeep.adapter.rest.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context, section 3.2. */
class TraceParentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String GOOD = "00-" + TRACE + "-" + PARENT + "-01";

    @Test
    void namesTraceAndParentAndWhetherItIsSampled() {
        assertThat(TraceParent.of(List.of(GOOD))).hasValue(new TraceParent(TRACE, PARENT, true));
        assertThat(TraceParent.of(List.of(GOOD.replaceAll("1$", "2")))).hasValue(new TraceParent(TRACE, PARENT, false));
    }

    @Test
    void ofALaterVersionMayGoOn() {
        assertThat(TraceParent.of(List.of(GOOD.replaceAll("^00", "cc") + "-what-comes")))
                .hasValue(new TraceParent(TRACE, PARENT, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-" + TRACE + "-" + PARENT,
                "00-" + TRACE + "-" + PARENT + "-01-more",
                "ff-" + TRACE + "-" + PARENT + "-01",
                "00-00000000000000000000000000000000-" + PARENT + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT + "-01",
                "cc-" + TRACE + "-" + PARENT + "-01.more"
            })
    void thatCannotBeReadIsNone(String header) {
        assertThat(TraceParent.of(List.of(header))).isEmpty();
    }

    @Test
    void thatStandsTwiceIsNone() {
        assertThat(TraceParent.of(List.of(GOOD, GOOD))).isEmpty();
        assertThat(TraceParent.of(List.of())).isEmpty();
    }
}
