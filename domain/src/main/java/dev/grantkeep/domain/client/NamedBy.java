package dev.grantkeep.domain.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a request named its client. */
public enum NamedBy {
    ID(null),
    ALIAS("clientIdAliasUsed"),
    /** Its entity id (OpenID Federation). */
    ENTITY_ID("clientEntityIdUsed"),
    /** The address of its metadata document (Client ID Metadata Document). */
    METADATA_DOCUMENT("metadataDocumentUsed");

    private final @Nullable String flag;

    NamedBy(@Nullable String flag) {
        this.flag = flag;
    }

    /** The member by which the API tells it; none for the id. */
    public Optional<String> flag() {
        return Optional.ofNullable(flag);
    }

    /** All flags. */
    public static List<String> flags() {
        return Arrays.stream(values()).flatMap(one -> one.flag().stream()).toList();
    }

    /** The one that has this flag. */
    public static NamedBy ofFlag(String flag) {
        return Arrays.stream(values())
                .filter(one -> flag.equals(one.flag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no flag: " + flag));
    }

    /** By its id, or by its alias. */
    public static NamedBy aliasIf(boolean aliasUsed) {
        return aliasUsed ? ALIAS : ID;
    }
}
