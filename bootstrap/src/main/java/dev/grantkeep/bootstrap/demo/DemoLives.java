package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.duration.DurationCandidate;
import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** How long an access token would live now, and which setting says so: the two tables of the articles. */
@Singleton
@Requires(env = "demo")
final class DemoLives {
    private final ServiceStore services;
    private final ClientStore clients;

    DemoLives(ServiceStore services, ClientStore clients) {
        this.services = services;
        this.clients = clients;
    }

    /** A token of the first application with each choice of scopes. */
    List<Lived> byScope() {
        return List.of(
                row("no scope", DemoStory.PRINTER, ScopeSet.EMPTY),
                row("read", DemoStory.PRINTER, ScopeSet.of("read")),
                row("write", DemoStory.PRINTER, ScopeSet.of("write")),
                row("read write", DemoStory.PRINTER, ScopeSet.of("read", "write")));
    }

    /** A token without scopes of each application. */
    List<Lived> byClient() {
        return List.of(
                row("Photo Printer", DemoStory.PRINTER, ScopeSet.EMPTY),
                row("Photo Album", DemoStory.ALBUM, ScopeSet.EMPTY));
    }

    /** Why a token of this application with these scopes lives as long as it does. */
    String why(ClientId client, String scopes) {
        return row(scopes, client, ScopeSet.parse(scopes)).why();
    }

    private Lived row(String what, ClientId client, ScopeSet scopes) {
        Service service = services.find(DemoStory.SERVICE).orElseThrow();
        DurationDecision decision = clients.find(DemoStory.SERVICE, client)
                .orElseThrow()
                .lifetime(TokenKind.ACCESS, Durations.UNSET, scopes, service);
        return new Lived(what, decision.duration().seconds(), words(decision));
    }

    private static String words(DurationDecision decision) {
        String others = decision.candidates().stream()
                .filter(candidate -> candidate != decision.winner())
                .map(candidate ->
                        name(candidate) + " says " + candidate.duration().seconds())
                .collect(Collectors.joining(", "));
        return name(decision.winner()) + (others.isEmpty() ? "" : " (" + others + ")");
    }

    private static String name(DurationCandidate candidate) {
        return switch (candidate.level()) {
            case BUILT_IN -> "nobody";
            case SERVICE -> "the service";
            case CLIENT -> "the application";
            case SCOPE -> "the scope " + candidate.scope();
            case REQUEST -> "the request";
        };
    }
}
