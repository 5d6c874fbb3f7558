package dev.grantkeep.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A plot of a few lines over a logarithmic axis of sizes, as SVG. The vertical axis begins at 0.
 *
 * @param across what the horizontal axis shows
 * @param up what the vertical axis shows
 */
public record Plot(String title, String across, String up, List<Line> lines) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int RIGHT = 150;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;
    private static final int STEPS = 5;
    private static final List<String> COLOURS = List.of("#1f5fa8", "#c2481d", "#3a7d34", "#7a4b9a");

    /** A named line. */
    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** A point of a line; x is positive. */
    public record Point(double x, double y) {}

    public Plot {
        lines = List.copyOf(lines);
    }

    public String svg() {
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n",
                WIDTH,
                HEIGHT);
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n", WIDTH, HEIGHT);
        add(svg, "<text x=\"%d\" y=\"24\" font-size=\"15\">%s</text>%n", LEFT, escaped(title));
        addUp(svg);
        addAcross(svg);
        for (int i = 0; i < lines.size(); i++) {
            addLine(svg, lines.get(i), COLOURS.get(i % COLOURS.size()), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void addUp(StringBuilder svg) {
        double top = top();
        for (int step = 0; step <= STEPS; step++) {
            double value = top * step / STEPS;
            add(
                    svg,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
                    LEFT,
                    y(value),
                    WIDTH - RIGHT,
                    y(value));
            add(
                    svg,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT - 8,
                    y(value) + 4,
                    number(value));
        }
        add(
                svg,
                "<text x=\"16\" y=\"%d\" transform=\"rotate(-90 16 %d)\" text-anchor=\"middle\">%s</text>%n",
                (TOP + HEIGHT - BOTTOM) / 2,
                (TOP + HEIGHT - BOTTOM) / 2,
                escaped(up));
    }

    private void addAcross(StringBuilder svg) {
        lines.stream()
                .flatMap(line -> line.points().stream())
                .map(Point::x)
                .distinct()
                .forEach(value -> {
                    add(
                            svg,
                            "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#999999\"/>%n",
                            x(value),
                            HEIGHT - BOTTOM,
                            x(value),
                            HEIGHT - BOTTOM + 5);
                    add(
                            svg,
                            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                            x(value),
                            HEIGHT - BOTTOM + 20,
                            number(value));
                });
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 14,
                escaped(across));
    }

    private void addLine(StringBuilder svg, Line line, String colour, int index) {
        StringBuilder points = new StringBuilder();
        for (Point point : line.points()) {
            add(points, "%.1f,%.1f ", x(point.x()), y(point.y()));
            add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", x(point.x()), y(point.y()), colour);
        }
        add(
                svg,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"/>%n",
                points.toString().strip(),
                colour);
        int legend = TOP + 10 + index * 20;
        add(
                svg,
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"1.8\"/>%n",
                WIDTH - RIGHT + 12,
                legend - 4,
                WIDTH - RIGHT + 34,
                legend - 4,
                colour);
        add(svg, "<text x=\"%d\" y=\"%d\">%s</text>%n", WIDTH - RIGHT + 40, legend, escaped(line.name()));
    }

    private double x(double value) {
        double least = Math.log10(extreme(Point::x, false));
        double greatest = Math.log10(extreme(Point::x, true));
        double share = greatest > least ? (Math.log10(value) - least) / (greatest - least) : 0.5;
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / top() * (HEIGHT - TOP - BOTTOM);
    }

    /** The end of the vertical axis: the greatest value, rounded up to 1, 2 or 5 times a power of ten. */
    private double top() {
        double greatest = Math.max(extreme(Point::y, true), 1e-9);
        double power = Math.pow(10, Math.floor(Math.log10(greatest)));
        for (double factor : new double[] {1, 2, 5}) {
            if (greatest <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private double extreme(ToDoubleFunction<Point> of, boolean greatest) {
        var values = lines.stream().flatMap(line -> line.points().stream()).mapToDouble(of);
        return (greatest ? values.max() : values.min()).orElseThrow();
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2g", value);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void add(StringBuilder to, String format, Object... values) {
        to.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
