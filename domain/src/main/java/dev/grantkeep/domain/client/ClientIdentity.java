package dev.grantkeep.domain.client;

import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * Whose a client is and what it is called.
 *
 * @param developer the developer it belongs to, at most 100 characters
 * @param aliasEnabled whether the alias counts; the service must enable aliases too
 */
record ClientIdentity(@Nullable String developer, @Nullable ClientAlias alias, boolean aliasEnabled) {
    ClientIdentity {
        if (developer != null && developer.length() > 100) {
            throw new IllegalArgumentException("a developer has at most 100 characters");
        }
    }

    static ClientIdentity of(Members members) {
        return new ClientIdentity(
                members.text("developer"),
                members.value("clientIdAlias", ClientAlias::new),
                members.flag("clientIdAliasEnabled"));
    }
}
