package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.openid.AskedClaims;
import dev.grantkeep.domain.openid.IdTokenHint;
import dev.grantkeep.domain.service.LoginPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the parameters that only the pages use (OpenID Connect Core section 3.1.2.1). */
final class RequestHints {
    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account", "create");
    private static final Set<String> DISPLAYS = Set.of("page", "popup", "touch", "wap");

    private RequestHints() {}

    /** The hints of a request that passed the checks. */
    static Hints of(Parameters parameters, AskedClaims claims, IdTokenHint hint, Client client) {
        return new Hints(
                prompts(parameters),
                parameters.value("display").orElse("page"),
                maxAge(parameters).orElse(client.settings().requests().defaultMaxAge()),
                parameters.value("login_hint").orElse(null),
                words(parameters, "ui_locales"),
                words(parameters, "claims_locales"),
                acrs(parameters, client, claims),
                claims,
                claims.subject() == null && !client.settings().isPairwise() ? hint.subject() : claims.subject());
    }

    /** An authentication of at most no age is a new one (OpenID Connect Core section 3.1.2.1). */
    private static List<String> prompts(Parameters parameters) {
        List<String> prompts = words(parameters, "prompt");
        if (!asksForNewLogin(parameters) || prompts.contains("login")) {
            return prompts;
        }
        return Stream.concat(Stream.of("login"), prompts.stream()).toList();
    }

    /** Those that the claims name, else those of the parameter, else those that the client is registered with. */
    private static List<String> acrs(Parameters parameters, Client client, AskedClaims claims) {
        if (!claims.acrs().isEmpty()) {
            return claims.acrs();
        }
        List<String> asked = words(parameters, "acr_values");
        return asked.isEmpty() ? client.settings().requests().defaultAcrs() : asked;
    }

    /** Whether the request asks for a new login and forbids the page for it. */
    static boolean needsLoginWithoutPage(Parameters parameters) {
        return asksForNewLogin(parameters) && words(parameters, "prompt").contains("none");
    }

    private static boolean asksForNewLogin(Parameters parameters) {
        return maxAge(parameters).filter(age -> age == 0).isPresent();
    }

    static boolean asksForConsent(Parameters parameters) {
        return words(parameters, "prompt").contains("consent");
    }

    static boolean promptIsValid(Parameters parameters, LoginPolicy ofService) {
        List<String> prompts = words(parameters, "prompt");
        return PROMPTS.containsAll(prompts)
                && (ofService.prompts().isEmpty() || ofService.prompts().containsAll(prompts))
                && (prompts.size() < 2 || !prompts.contains("none"));
    }

    static boolean displayIsValid(Parameters parameters, LoginPolicy ofService) {
        return parameters
                .value("display")
                .filter(text -> !DISPLAYS.contains(text)
                        || (!ofService.displays().isEmpty()
                                && !ofService.displays().contains(text)))
                .isEmpty();
    }

    static boolean maxAgeIsValid(Parameters parameters) {
        return parameters.value("max_age").isEmpty() || maxAge(parameters).isPresent();
    }

    private static Optional<Integer> maxAge(Parameters parameters) {
        return parameters
                .value("max_age")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    private static List<String> words(Parameters parameters, String name) {
        return parameters
                .value(name)
                .map(text -> Arrays.stream(text.split(" "))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList())
                .orElse(List.of());
    }
}
