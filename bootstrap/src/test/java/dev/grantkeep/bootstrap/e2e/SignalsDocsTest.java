package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.zaxxer.hikari.HikariDataSource;
import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What docs/signals.md, the dashboard and the rules say of metrics is what a server shows that had something to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignalsDocsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(grantkeep_\\w+)` \\| (\\w+) \\|([^|]*)\\| [^|]+ \\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    /** Of libraries, as the page names them. */
    private static final List<String> OTHERS =
            List.of("jvm_", "process_", "system_", "logback_", "executor_", "hikaricp_");

    private static final Set<String> WORDS_OF_PROMQL = Set.of(
            "sum",
            "min",
            "max",
            "rate",
            "increase",
            "histogram_quantile",
            "topk",
            "by",
            "on",
            "and",
            "or",
            "label_values");

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Set<String>> labels = new HashMap<>();

    @BeforeAll
    void haveAServerShowAllItHas(@TempDir Path directory) throws Exception {
        Map<String, Object> settings = TestSettings.in(directory);
        settings.putAll(RunningGrantkeep.owner());
        settings.put("grantkeep.sweeper.enabled", "true");
        settings.put("grantkeep.sweeper.interval", "20ms");
        settings.put("grantkeep.sweeper.jitter", "0s");
        try (Grantkeep grantkeep = Grantkeep.start(settings)) {
            Api owner = new Api(
                    grantkeep.uri(),
                    Dialect.V2,
                    1,
                    Dialect.basic(RunningGrantkeep.OWNER_KEY, RunningGrantkeep.OWNER_SECRET));
            OAuthClient client = Tenant.create(owner).client();
            Tokens tokens = client.tokens("user", "read");
            client.tenant().works(tokens.access());
            client.refreshed(tokens);
            awaitASweep(grantkeep);
            grantkeep
                    .context()
                    .getBean(DataSource.class)
                    .unwrap(HikariDataSource.class)
                    .close();
            client.tenant().introspect(tokens.access());
            learn(Exposition.of(grantkeep.uri()));
        }
    }

    private static void awaitASweep(Grantkeep grantkeep) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end
                && Exposition.of(grantkeep.uri()).sum("grantkeep_sweeper_last_sweep_age_seconds") == 0) {
            Thread.onSpinWait();
        }
    }

    private void learn(Exposition shown) {
        types.putAll(shown.types());
        types.keySet().forEach(metric -> labels.put(metric, shown.labels(metric)));
    }

    @Test
    void thePageNamesEveryMetricWithItsTypeAndLabels() throws IOException {
        Map<String, String> told = new HashMap<>();
        Matcher rows = ROW.matcher(Files.readString(DOCS.resolve("signals.md")));
        while (rows.find()) {
            told.put(rows.group(1), rows.group(2) + " " + new TreeSet<>(names(rows.group(3))));
        }
        Map<String, String> shown = types.entrySet().stream()
                .filter(type -> type.getKey().startsWith("grantkeep_"))
                .collect(
                        Collectors.toMap(Map.Entry::getKey, type -> type.getValue() + " " + labels.get(type.getKey())));

        assertThat(told).containsExactlyInAnyOrderEntriesOf(shown);
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }

    @Test
    void allOtherMetricsAreOfLibrariesThatThePageNames() throws IOException {
        String page = Files.readString(DOCS.resolve("signals.md"));

        assertThat(OTHERS).allSatisfy(prefix -> assertThat(page).contains("`" + prefix + "`"));
        assertThat(types.keySet())
                .filteredOn(name -> !name.startsWith("grantkeep_"))
                .isNotEmpty()
                .allMatch(name -> OTHERS.stream().anyMatch(name::startsWith));
    }

    @Test
    void theRulesAskForMetricsAndLabelsThatThereAre() throws IOException {
        Map<String, List<Map<String, List<Map<String, String>>>>> file =
                new Yaml().load(Files.readString(DOCS.resolve("signals/alerts.yaml")));
        List<String> queries = file.get("groups").stream()
                .flatMap(group -> group.get("rules").stream())
                .map(rule -> rule.get("expr"))
                .toList();

        assertThat(queries).hasSizeGreaterThan(5).allSatisfy(this::isAnswered);
    }

    @Test
    void theDashboardAsksForMetricsAndLabelsThatThereAre() throws IOException {
        JsonObject dashboard = Json.parse(Files.readString(DOCS.resolve("signals/grafana.json")))
                .getAsJsonObject();
        List<String> queries = new ArrayList<>();
        for (JsonElement panel : dashboard.getAsJsonArray("panels")) {
            for (JsonElement target : panel.getAsJsonObject().getAsJsonArray("targets")) {
                queries.add(target.getAsJsonObject().get("expr").getAsString());
            }
        }

        assertThat(queries).hasSizeGreaterThan(10).allSatisfy(this::isAnswered);
    }

    @Test
    void aQueryForWhatThereIsNotIsNoticed() {
        assertThat(faults("sum(rate(grantkeep_cals_total[5m]))")).containsExactly("grantkeep_cals_total");
        assertThat(faults("grantkeep_calls_total{outcom=\"ok\"}")).containsExactly("outcom");
        assertThat(faults("sum by (client) (grantkeep_calls_total)")).containsExactly("client");
        assertThat(faults("rate(grantkeep_call_seconds_bucket{le=\"1\"}[$__rate_interval])"))
                .isEmpty();
    }

    private void isAnswered(String query) {
        assertThat(faults(query)).as(query).isEmpty();
    }

    /** What of a query is neither PromQL's own nor shown by the server: metrics, and labels that none of its metrics has. */
    private List<String> faults(String query) {
        String bare = query.replaceAll("\"[^\"]*\"", "").replaceAll("\\[[^]]*]", "");
        String grouping = grouping(bare);
        String matchers = Pattern.compile("\\{([^}]*)}")
                .matcher(bare)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(","));
        List<String> metrics = words(bare.replaceAll("\\{[^}]*}", "").replaceAll("\\b(by|on) \\([^)]*\\)", ""));
        List<String> faults = new ArrayList<>(metrics.stream()
                .filter(metric -> !labels.containsKey(family(metric)))
                .toList());
        Set<String> known = metrics.stream()
                .flatMap(metric -> labels.getOrDefault(family(metric), Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(List.of("le", "instance", "job"));
        words(matchers + "," + grouping).stream()
                .filter(label -> faults.isEmpty() && !known.contains(label))
                .forEach(faults::add);
        return faults;
    }

    private static String grouping(String query) {
        return Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)")
                .matcher(query)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(","));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\w$]+"))
                .filter(word -> word.matches("[a-z]\\w*") && !WORDS_OF_PROMQL.contains(word))
                .distinct()
                .toList();
    }

    /** That to which a bucket, sum or count belongs. */
    private String family(String sample) {
        return labels.containsKey(sample) ? sample : sample.replaceFirst("_(bucket|sum|count)$", "");
    }
}
