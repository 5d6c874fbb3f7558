package dev.grantkeep.adapter.sql.json;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.document.TokenTrees;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns {@code properties} and {@code details} of tokens and codes; absent where there are none. */
public final class TokenExtras {
    private TokenExtras() {}

    public static @Nullable String write(Properties properties) {
        return properties.isEmpty() ? null : JsonText.write(TokenTrees.of(properties));
    }

    public static Properties readProperties(@Nullable String text) {
        return text == null ? Properties.NONE : TokenTrees.properties(JsonText.readArray(text));
    }

    public static @Nullable String write(TokenDetails details) {
        Map<String, Object> tree = TokenTrees.of(details);
        return tree.isEmpty() ? null : JsonText.write(tree);
    }

    public static TokenDetails readDetails(@Nullable String text) {
        return text == null ? TokenDetails.NONE : TokenTrees.details(JsonText.read(text));
    }
}
