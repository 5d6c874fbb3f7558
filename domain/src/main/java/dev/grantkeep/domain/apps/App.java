package dev.grantkeep.domain.apps;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Members;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client as its users see it.
 *
 * @param name in the user's language, of at most {@link #MAX_NAME} characters; empty if it has none
 * @param verified whether the owner of the service made it; one that registered itself says of itself what it likes
 * @param destinations where its users are sent: hosts, and schemes with a colon where there is none
 * @param logo {@code https}; null if there is none that can be shown
 * @param required the scopes without which it does not work, as the owner says
 */
public record App(
        ClientId client,
        String name,
        boolean verified,
        List<String> destinations,
        @Nullable URI logo,
        ScopeSet required) {
    public static final int MAX_NAME = 80;

    /** A client attribute: the scopes without which it does not work, with spaces between. */
    public static final String REQUIRED_SCOPES = "grantkeep.required_scopes";

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

    public App {
        destinations = List.copyOf(destinations);
    }

    public static App of(Client client, Languages languages) {
        Members members = client.settings().members();
        boolean verified = !members.flag("dynamicallyRegistered") && !members.flag("automaticallyRegistered");
        return new App(
                client.id(),
                shortened(languages
                        .pick(members.text("clientName"), members.objects("clientNames"))
                        .orElse("")),
                verified,
                client.settings().redirectUris().stream()
                        .map(App::destination)
                        .distinct()
                        .toList(),
                verified ? logo(members.text("logoUri")).orElse(null) : null,
                client.settings()
                        .attributes()
                        .first(REQUIRED_SCOPES)
                        .map(App::scopes)
                        .orElse(ScopeSet.EMPTY));
    }

    /** Whether its name has these words in it, whatever their case. */
    public boolean isCalled(String words) {
        return name.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
    }

    /** Equal for registrations of one application, as far as anybody can tell: one name, and one place to go to. */
    Object likeness() {
        return name.isEmpty() || destinations.isEmpty() ? client : List.of(name, verified, destinations);
    }

    /** One line, and no more of it than fits. */
    static String shortened(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= MAX_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_NAME - 1)) + "…";
    }

    private static String destination(RedirectUri uri) {
        return uri.host().orElseGet(() -> uri.value().substring(0, uri.value().indexOf(':') + 1));
    }

    /** What a page can name in its policy without more being let in by it. */
    private static Optional<URI> logo(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(App::parsed)
                .filter(uri -> "https".equalsIgnoreCase(uri.getScheme())
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && HOST.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches());
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Words that are no scopes require nothing. */
    private static ScopeSet scopes(String text) {
        try {
            return ScopeSet.parse(text);
        } catch (IllegalArgumentException malformed) {
            return ScopeSet.EMPTY;
        }
    }
}
