package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.Parameters;
import dev.grantkeep.application.port.in.flow.StartAuthorization.Hints;
import dev.grantkeep.domain.client.Client;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters that only the pages use (OpenID Connect Core section 3.1.2.1). */
final class RequestHints {
    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account", "create");
    private static final Set<String> DISPLAYS = Set.of("page", "popup", "touch", "wap");

    private RequestHints() {}

    static Hints of(Parameters parameters, Client client) {
        return new Hints(
                words(parameters, "prompt"),
                parameters.value("display").orElse("page"),
                maxAge(parameters).orElse(client.settings().defaultMaxAge()),
                parameters.value("login_hint").orElse(null),
                words(parameters, "ui_locales"),
                words(parameters, "claims_locales"),
                words(parameters, "acr_values"));
    }

    static boolean promptIsValid(Parameters parameters) {
        List<String> prompts = words(parameters, "prompt");
        return PROMPTS.containsAll(prompts) && (prompts.size() < 2 || !prompts.contains("none"));
    }

    static boolean displayIsValid(Parameters parameters) {
        return parameters
                .value("display")
                .filter(text -> !DISPLAYS.contains(text))
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
