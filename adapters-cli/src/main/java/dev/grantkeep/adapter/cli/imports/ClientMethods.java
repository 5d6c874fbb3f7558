package dev.grantkeep.adapter.cli.imports;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How clients authenticate, by the names of RFC 7591 and by those of the API. */
final class ClientMethods {
    private static final Set<String> SECRET = Set.of("CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST", "CLIENT_SECRET_JWT");

    private ClientMethods() {}

    /** Without a method a client that is not public authenticates by its secret. */
    static boolean showsSecret(@Nullable String method, @Nullable String type) {
        return method == null ? !"PUBLIC".equals(type) : SECRET.contains(method);
    }

    /** Such as {@code client_secret_basic}, as the API has it. */
    static String apiName(String method) {
        return method.toUpperCase(Locale.ROOT);
    }
}
