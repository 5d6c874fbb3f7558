package dev.grantkeep.adapter.rest.apps;

import dev.grantkeep.application.port.in.apps.ListApps;
import dev.grantkeep.domain.apps.Access;
import dev.grantkeep.domain.apps.App;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A registration of an application as the pages show it; what is not known is empty.
 *
 * @param name never empty
 * @param destinations where it sends its users, in one line
 * @param lasting whether it keeps access while the user is away
 * @param lingers how long access may last elsewhere once it was ended; empty if it ends everywhere at once
 * @param seen by which a form says what state of the grant it was made for; 0 if there is none
 */
public record AppView(
        String id,
        String name,
        boolean verified,
        String destinations,
        String logo,
        String since,
        String lastUsed,
        List<ScopeView> scopes,
        boolean lasting,
        boolean none,
        String lingers,
        long seen) {
    private static final int MOST_DESTINATIONS = 3;
    private static final int LONGEST_TEXT = 300;

    public AppView {
        scopes = List.copyOf(scopes);
    }

    static AppView of(ListApps.Entry entry, Service service, Texts texts) {
        App app = entry.app();
        Access access = entry.access();
        return new AppView(
                app.client().toString(),
                app.name().isEmpty() ? texts.say("app.nameless", app.client().toString()) : app.name(),
                app.verified(),
                destinations(app.destinations(), texts),
                text(app.logo(), URI::toString),
                text(access.since(), texts::date),
                text(access.lastUsed(), texts::date),
                scopes(access.scopes(), app, service, texts),
                access.lasting(),
                access.isNone(),
                access.lingers().isZero() ? "" : texts.life(access.lingers()),
                entry.seen() == null ? 0 : entry.seen().value());
    }

    /** These scopes, as they are described. */
    static List<ScopeView> scopes(ScopeSet scopes, App app, Service service, Texts texts) {
        Map<ScopeName, Scope> described = service.settings().scopes().details(scopes).stream()
                .collect(Collectors.toMap(Scope::name, Function.identity()));
        return scopes.stream()
                .map(name -> new ScopeView(
                        name.value(),
                        shortened(
                                described.containsKey(name)
                                        ? texts.languages()
                                                .description(described.get(name))
                                                .orElse(name.value())
                                        : name.value()),
                        app.required().contains(name)))
                .toList();
    }

    private static String destinations(List<String> all, Texts texts) {
        String shown =
                all.stream().limit(MOST_DESTINATIONS).map(AppView::shortened).collect(Collectors.joining(", "));
        return all.size() > MOST_DESTINATIONS
                ? texts.say("app.destinations.more", shown, all.size() - MOST_DESTINATIONS)
                : shown;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TEXT))) + "…";
    }

    private static <T> String text(@Nullable T value, Function<T, String> shown) {
        return value == null ? "" : shown.apply(value);
    }
}
