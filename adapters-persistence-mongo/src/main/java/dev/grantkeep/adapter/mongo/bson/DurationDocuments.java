package dev.grantkeep.adapter.mongo.bson;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenDuration;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Durations in seconds, as {@code {access, refresh, idToken}}. */
public final class DurationDocuments {
    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";
    private static final String ID_TOKEN = "idToken";

    private DurationDocuments() {}

    public static @Nullable Document write(Durations durations) {
        return new DocumentWriter()
                .put(ACCESS, seconds(durations.access()))
                .put(REFRESH, seconds(durations.refresh()))
                .put(ID_TOKEN, seconds(durations.idToken()))
                .documentOrNull();
    }

    public static Durations read(DocumentReader from, String name) {
        @Nullable DocumentReader part = from.partOrNull(name);
        return part == null
                ? Durations.UNSET
                : new Durations(duration(part, ACCESS), duration(part, REFRESH), duration(part, ID_TOKEN));
    }

    public static @Nullable Long seconds(@Nullable TokenDuration duration) {
        return duration == null ? null : duration.seconds();
    }

    public static @Nullable TokenDuration duration(DocumentReader from, String name) {
        @Nullable Long seconds = from.numberOrNull(name);
        return seconds == null ? null : TokenDuration.ofSeconds(seconds);
    }
}
