package dev.grantkeep.bootstrap.signal;

import java.util.Locale;

/** Values of labels. */
final class Labels {
    private Labels() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
