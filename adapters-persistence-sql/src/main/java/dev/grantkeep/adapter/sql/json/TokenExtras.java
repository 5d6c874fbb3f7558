package dev.grantkeep.adapter.sql.json;

import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The columns {@code properties} and {@code details} of tokens and codes; absent where there are none. */
@Singleton
public final class TokenExtras {
    private final Json json;

    TokenExtras(Json json) {
        this.json = json;
    }

    public @Nullable String write(Properties properties) {
        return properties.isEmpty()
                ? null
                : json.write(
                        properties.list().stream().map(PropertyDocument::of).toArray(PropertyDocument[]::new));
    }

    public Properties readProperties(@Nullable String text) {
        return text == null
                ? Properties.NONE
                : new Properties(Arrays.stream(json.read(text, PropertyDocument[].class))
                        .map(PropertyDocument::toProperty)
                        .toList());
    }

    public @Nullable String write(TokenDetails details) {
        return details.equals(TokenDetails.NONE) ? null : json.write(DetailsDocument.of(details));
    }

    public TokenDetails readDetails(@Nullable String text) {
        return text == null
                ? TokenDetails.NONE
                : json.read(text, DetailsDocument.class).toDetails();
    }
}
