package dev.grantkeep.bootstrap.owner;

import dev.grantkeep.adapter.rest.auth.OwnerCredentials;
import dev.grantkeep.domain.value.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The credentials that whoever started Grantkeep gave; null or empty is not given. */
@ConfigurationProperties("grantkeep.owner")
record OwnerSettings(
        @Nullable String apiKey,
        @Nullable String apiSecret,
        @Nullable String accessToken) {
    /** Those given, and in place of each that is not given the kept one. */
    OwnerCredentials orKept(Supplier<OwnerCredentials> kept) {
        Optional<String> key = given(apiKey);
        Optional<Secret> secret = given(apiSecret).map(Secret::new);
        Optional<Secret> token = given(accessToken).map(Secret::new);
        if (key.isPresent() && secret.isPresent() && token.isPresent()) {
            return new OwnerCredentials(key.get(), secret.get(), token.get());
        }
        OwnerCredentials rest = kept.get();
        return new OwnerCredentials(
                key.orElse(rest.apiKey()), secret.orElse(rest.apiSecret()), token.orElse(rest.accessToken()));
    }

    /** As variables, those of these credentials that are in force because they are not given. */
    List<String> missing(OwnerCredentials credentials) {
        List<String> variables = new ArrayList<>();
        if (given(apiKey).isEmpty()) {
            variables.add("GRANTKEEP_OWNER_API_KEY=" + credentials.apiKey());
        }
        if (given(apiSecret).isEmpty()) {
            variables.add(
                    "GRANTKEEP_OWNER_API_SECRET=" + credentials.apiSecret().value());
        }
        if (given(accessToken).isEmpty()) {
            variables.add(
                    "GRANTKEEP_OWNER_ACCESS_TOKEN=" + credentials.accessToken().value());
        }
        return variables;
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "OwnerSettings[hidden]";
    }
}
