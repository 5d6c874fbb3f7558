package dev.grantkeep.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.port.in.grant.DeleteGrant;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.TestSettings;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final GrantKey PAIR =
            new GrantKey(DemoSettings.SERVICE, DemoSettings.FAPI_CLIENT, DemoSettings.USER);
    private static final Pattern CURL = Pattern.compile("curl -s -u (\\S+) -H 'Content-Type: (\\S+)' -d '(.+)' (\\S+)");

    @TempDir
    Path directory;

    @Test
    void itsCallsShowADurationAListAndARevocation() throws Exception {
        try (Grantkeep grantkeep = start()) {
            List<Matcher> calls = DemoGuide.text(grantkeep.uri())
                    .lines()
                    .map(CURL::matcher)
                    .filter(Matcher::matches)
                    .toList();

            assertThat(calls).hasSize(3);
            assertThat(answer(calls.get(0))).contains("\"expiresIn\":600");
            assertThat(answer(calls.get(1))).contains("\"totalCount\":1").contains("\"FAPI Client\"");
            assertThat(answer(calls.get(2))).contains("[A137001] Deleted 4 access token(s)");
        }
    }

    @Test
    void anotherStartChangesNothingOfIt() {
        Service before;
        try (Grantkeep grantkeep = start()) {
            before = service(grantkeep);
        }
        try (Grantkeep grantkeep = start()) {
            assertThat(service(grantkeep)).isEqualTo(before);
            assertThat(tokens(grantkeep)).isEqualTo(DemoSettings.TOKENS);
        }
    }

    @Test
    void revokedTokensAreReplacedAtTheNextStart() {
        try (Grantkeep grantkeep = start()) {
            grantkeep
                    .context()
                    .getBean(DeleteGrant.class)
                    .handle(new DeleteGrant.Command(
                            service(grantkeep), ClientIdentifier.of(DemoSettings.FAPI_CLIENT), DemoSettings.USER));
            assertThat(tokens(grantkeep)).isZero();
        }
        try (Grantkeep grantkeep = start()) {
            assertThat(tokens(grantkeep)).isEqualTo(DemoSettings.TOKENS);
        }
    }

    private Grantkeep start() {
        System.setProperty("micronaut.environments", "demo");
        try {
            return Grantkeep.start(TestSettings.in(directory));
        } finally {
            System.clearProperty("micronaut.environments");
        }
    }

    private static Service service(Grantkeep grantkeep) {
        return grantkeep
                .context()
                .getBean(ServiceStore.class)
                .find(DemoSettings.SERVICE)
                .orElseThrow();
    }

    private static int tokens(Grantkeep grantkeep) {
        return grantkeep.context().getBean(GrantStore.class).countTokens(PAIR);
    }

    private static String answer(Matcher curl) throws Exception {
        String basic = Base64.getEncoder().encodeToString(curl.group(1).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(curl.group(4)))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", curl.group(2))
                .POST(BodyPublishers.ofString(curl.group(3)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
