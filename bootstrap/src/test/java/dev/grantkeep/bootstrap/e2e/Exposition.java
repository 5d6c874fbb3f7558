package dev.grantkeep.bootstrap.e2e;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code /prometheus} shows, taken apart. */
record Exposition(String text) {
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? ([^ \\n]+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One line. */
    record Sample(String name, Map<String, String> labels, double value) {
        boolean has(String label, String of) {
            return of.equals(labels.get(label));
        }
    }

    static Exposition of(URI server) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new Exposition(http.send(
                            HttpRequest.newBuilder(server.resolve("/prometheus"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The names of all metrics, each with its type. */
    Map<String, String> types() {
        return TYPE.matcher(text).results().collect(toMap(type -> type.group(1), type -> type.group(2)));
    }

    Stream<Sample> samples() {
        return SAMPLE.matcher(text).results().map(Exposition::sample);
    }

    private static Sample sample(MatchResult line) {
        String labels = line.group(2) == null ? "" : line.group(2);
        return new Sample(
                line.group(1),
                LABEL.matcher(labels).results().collect(toMap(label -> label.group(1), label -> label.group(2))),
                Double.parseDouble(line.group(3)));
    }

    /** The names of a metric's labels, but for that of a bucket. */
    Set<String> labels(String metric) {
        Set<String> names = new TreeSet<>();
        samples()
                .filter(sample -> sample.name().matches(Pattern.quote(metric) + "(_bucket|_count|_sum)?"))
                .forEach(sample -> names.addAll(sample.labels().keySet()));
        names.remove("le");
        return names;
    }

    /** The sum of the samples that have these labels, names and values in turn; 0 if there are none. */
    double sum(String name, String... labels) {
        return samples()
                .filter(sample -> sample.name().equals(name) && hasAll(sample, labels))
                .mapToDouble(Sample::value)
                .sum();
    }

    private static boolean hasAll(Sample sample, String... labels) {
        for (int i = 0; i < labels.length; i += 2) {
            if (!sample.has(labels[i], labels[i + 1])) {
                return false;
            }
        }
        return true;
    }
}
