package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.bootstrap.e2e.Exposition.Sample;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each metric counts what it says, on every store. The tests of this JVM share a server, so they look at differences. */
@OnEveryStore
final class MetricsTest {
    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;
    private final String dialect;
    private final Exposition before;

    MetricsTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client();
        dialect = stage.dialect() == Dialect.V2 ? "v2" : "v3";
        before = shown();
    }

    private Exposition shown() {
        return Exposition.of(stage.app().uri());
    }

    private double more(String name, String... labels) {
        return shown().sum(name, labels) - before.sum(name, labels);
    }

    private double calls(String endpoint, String outcome) {
        return more("grantkeep_calls_total", "endpoint", endpoint, "dialect", dialect, "outcome", outcome);
    }

    @Test
    void aCallIsCountedByWhatCameOfIt() {
        tenant.works("no-such-token");
        tenant.works(client.tokens("user", "read").access());
        tenant.api().post("auth/introspection", "token", "x", "scopes", 1).status();
        tenant.api().as(null).post("auth/introspection", "token", "x").refused(401);
        client.refresh("no-such-token");

        assertThat(calls("auth/introspection", "ok")).isEqualTo(1);
        assertThat(calls("auth/introspection", "unauthorized")).isEqualTo(1);
        assertThat(calls("auth/token", "ok")).isEqualTo(1);
        assertThat(calls("auth/token", "client_error")).isEqualTo(1);
        assertThat(more("grantkeep_call_seconds_count", "endpoint", "auth/introspection", "dialect", dialect))
                .isEqualTo(4);
        assertThat(more("grantkeep_call_seconds_bucket", "endpoint", "auth/introspection", "le", "+Inf"))
                .isEqualTo(4);
    }

    @Test
    void callsForAllServicesAreOfTheDialectThatTheirCredentialsTell() {
        stage.owner().get("/api/service/get/list?start=0&end=1").ok();

        assertThat(calls("service/get/list", "ok")).isEqualTo(1);
    }

    @Test
    void theFrontIsADialectOfItsOwn() throws Exception {
        tenant.change("attributes", List.of(Json.map("key", "grantkeep.front", "value", "true")));
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI front = stage.app().uri().resolve("/oauth/" + tenant.id() + "/token");
            HttpRequest request = HttpRequest.newBuilder(front)
                    .header("Content-Type", Api.FORM)
                    .POST(BodyPublishers.ofString("grant_type=x"))
                    .build();
            http.send(request, BodyHandlers.discarding());
        }

        assertThat(more("grantkeep_calls_total", "endpoint", "oauth/token", "dialect", "front"))
                .isEqualTo(1);
        assertThat(more("grantkeep_calls_total", "endpoint", "oauth/token", "outcome", "client_error"))
                .isEqualTo(1);
    }

    @Test
    void whatNobodyKnowsIsOneValueHoweverManyThereAre() {
        Set<String> names = names(shown());
        for (int i = 0; i < 20; i++) {
            tenant.api().get("/api/nowhere/" + i).refused(404);
            tenant.api().of(1_000 + i).post("auth/introspection", "token", "x");
            tenant.api().get("client/get/" + (7_000_000 + i));
            tenant.api()
                    .post("auth/token", "parameters", "grant_type=client_credentials", "clientId", "unknown-" + i)
                    .ok();
        }
        tenant.api().send("BREW" + dialect, "/api/misc/echo", null, null);

        assertThat(more("grantkeep_calls_total", "endpoint", "other", "dialect", "none"))
                .isBetween(20.0, 21.0);
        assertThat(names(shown()).size() - names.size()).isLessThan(60);
        assertThat(shown().text())
                .doesNotContain("nowhere", "unknown-", "BREW", Long.toString(tenant.id()), Long.toString(client.id()));
    }

    private static Set<String> names(Exposition exposition) {
        return Set.copyOf(exposition
                .samples()
                .map(sample -> sample.name() + sample.labels())
                .toList());
    }

    @Test
    void requestsForTokensAreCountedByWhatCameOfThem() {
        Tokens tokens = client.refreshed(client.tokens("user", "read"));
        client.refresh("no-such-token");
        client.exchange("no-such-code");
        tenant.works(tokens.access());
        tenant.works("no-such-token");
        tenant.api().post("auth/introspection", "token", tokens.access(), "scopes", List.of("write"));
        client.create("user").does("OK");
        client.revoke(tokens.refresh()).does("OK");
        stage.later(Duration.ofDays(1).plusSeconds(1));

        assertThat(requests("issue", "ok")).isEqualTo(1);
        assertThat(requests("issue", "refused")).isEqualTo(1);
        assertThat(requests("refresh", "ok")).isEqualTo(1);
        assertThat(requests("refresh", "refused")).isEqualTo(1);
        assertThat(requests("introspect", "ok")).isEqualTo(1);
        assertThat(requests("introspect", "unknown")).isEqualTo(1);
        assertThat(requests("introspect", "insufficient")).isEqualTo(1);
        assertThat(requests("create", "ok")).isEqualTo(1);
        assertThat(requests("revoke", "ok")).isEqualTo(1);
        assertThat(more("grantkeep_events_total", "event", "token_issued")).isEqualTo(2);
        assertThat(more("grantkeep_events_total", "event", "token_refreshed")).isEqualTo(1);
        assertThat(more("grantkeep_events_total", "event", "token_revoked")).isEqualTo(1);
    }

    private double requests(String operation, String outcome) {
        return more("grantkeep_token_requests_total", "operation", operation, "outcome", outcome);
    }

    @Test
    void eachOperationOfTheStoreHasItsTime() {
        tenant.works(client.tokens("user", "read").access());

        assertThat(more("grantkeep_store_seconds_count", "operation", "token_find"))
                .isEqualTo(1);
        assertThat(more("grantkeep_store_seconds_count", "operation", "token_settle"))
                .isEqualTo(1);
        assertThat(more("grantkeep_store_seconds_count", "operation", "step_find"))
                .isPositive();
        assertThat(more("grantkeep_store_seconds_sum", "operation", "token_settle"))
                .isPositive();
    }

    @Test
    void poolWorkersAndTripsAreShown() {
        tenant.works(client.tokens("user", "read").access());
        Exposition shown = shown();

        assertThat(shown.sum("grantkeep_pool_most")).isPositive();
        assertThat(shown.sum("grantkeep_pool_connections")).isPositive();
        assertThat(shown.sum("grantkeep_pool_waiting")).isZero();
        assertThat(shown.sum("grantkeep_workers_waiting")).isZero();
        assertThat(shown.sum("grantkeep_workers_refused_total")).isZero();
        assertThat(shown.samples().map(Sample::name)).contains("grantkeep_workers_busy");
        double together = more("grantkeep_trip_calls_total", "trip", "find_token");
        assertThat(together).isEqualTo(stage.store() == StoreMode.MONGODB ? 0 : 1);
        assertThat(more("grantkeep_trips_total", "trip", "find_token")).isEqualTo(together);
    }

    @Test
    void reclaimedRowsAreCountedByTheirKind() {
        client.tokens("user", "read");
        stage.later(Duration.ofDays(400));
        long reclaimed = stage.app().sweep();

        assertThat(reclaimed).isPositive();
        assertThat(more("grantkeep_reclaimed_total")).isEqualTo(reclaimed);
        assertThat(more("grantkeep_reclaimed_total", "work", "expired_tokens")).isPositive();
    }

    /** Ids, secrets and texts of callers are of kinds that no label has. */
    @Test
    void labelsHaveFewValues() {
        client.tokens("user", "read");

        Stream<Sample> ours = shown().samples().filter(sample -> sample.name().startsWith("grantkeep_"));

        assertThat(ours.flatMap(sample -> sample.labels().entrySet().stream())
                        .filter(label -> !label.getKey().equals("le")))
                .allSatisfy(label -> assertThat(label.getValue()).matches("[a-z_/.0-9-]{1,60}"));
    }
}
