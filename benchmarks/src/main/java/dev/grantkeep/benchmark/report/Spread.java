package dev.grantkeep.benchmark.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What several rounds gave: the median, and the least and the greatest. */
public record Spread(double median, double least, double greatest) {
    public static Spread of(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** Whether it has values on both sides of this one. */
    public boolean covers(double value) {
        return least < value && value < greatest;
    }

    /** With two decimals, as {@code 0.85 (0.83–0.88)}. */
    public String ratio() {
        return text("%.2f");
    }

    /** Without decimals, as {@code 12,950 (12,800–13,010)}. */
    public String whole() {
        return text("%,.0f");
    }

    /** With one decimal. */
    public String tenths() {
        return text("%,.1f");
    }

    public String text(String format) {
        return one(format, median) + " (" + one(format, least) + "–" + one(format, greatest) + ")";
    }

    private static String one(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
