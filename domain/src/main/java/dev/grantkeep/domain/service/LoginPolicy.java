package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Locale;

/**
 * What a service's pages for logins can do. A list that is empty restricts nothing.
 *
 * @param acrs the authentication contexts that it has
 * @param displays the values of {@code display} that a request may have, in lower case
 * @param prompts the values of {@code prompt} that a request may have, in lower case
 */
public record LoginPolicy(List<String> acrs, List<String> displays, List<String> prompts) {
    static LoginPolicy of(Members members) {
        return new LoginPolicy(
                members.texts("supportedAcrs"),
                lowerCase(members.texts("supportedDisplays")),
                lowerCase(members.texts("supportedPromptValues")));
    }

    private static List<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
