package dev.grantkeep.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.benchmark.report.Plot.Line;
import dev.grantkeep.benchmark.report.Plot.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlotTest {
    @Test
    void sizesTenTimesApartAreEquallyFarApart() {
        Plot plot = new Plot(
                "A < B",
                "size",
                "ms",
                List.of(new Line("one", List.of(new Point(1, 0), new Point(10, 5), new Point(100, 10)))));

        assertThat(plot.svg())
                .contains("points=\"70.0,300.0 280.0,175.0 490.0,50.0\"")
                .contains("A &lt; B");
    }
}
