package dev.grantkeep.domain.service;

import dev.grantkeep.domain.common.Attributes;
import dev.grantkeep.domain.common.Demand;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.duration.DurationRule;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.scope.ScopeCatalog;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a service can change.
 *
 * @param accessTokenType the {@code token_type} of its access tokens; {@code Bearer} when not set
 * @param codeDuration how long an authorization code lives; 600 seconds when not set
 * @param singleAccessTokenPerSubject a new token of a pair of client and subject ends the pair's older ones
 * @param clientIdAliasEnabled whether aliases of clients count
 * @param clientsPerDeveloper the most clients that one developer may have; 0 is without limit
 * @param demands protections that Grantkeep does not give yet
 * @param attributes free attributes; those that start with {@code grantkeep.} are Grantkeep's own settings
 * @param opaque the members that Grantkeep does not model
 */
public record ServiceSettings(
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String accessTokenType,
        ScopeCatalog scopes,
        Capabilities capabilities,
        Durations durations,
        @Nullable TokenDuration codeDuration,
        RefreshPolicy refresh,
        AuthorizationPolicy authorization,
        ErrorPolicy errors,
        boolean singleAccessTokenPerSubject,
        boolean clientIdAliasEnabled,
        int clientsPerDeveloper,
        Set<Demand> demands,
        Attributes attributes,
        OpaqueMembers opaque) {
    /** A service attribute: {@code true} lets clients register redirect URIs that are not safe. */
    public static final String INSECURE_REDIRECT_URIS = "grantkeep.insecure_redirect_uris";

    public static final ServiceSettings EMPTY = new ServiceSettings(
            null,
            null,
            null,
            ScopeCatalog.EMPTY,
            Capabilities.NONE,
            Durations.UNSET,
            null,
            RefreshPolicy.DEFAULT,
            AuthorizationPolicy.DEFAULT,
            ErrorPolicy.DEFAULT,
            false,
            false,
            0,
            Set.of(),
            Attributes.NONE,
            OpaqueMembers.NONE);

    /**
     * @throws IllegalArgumentException if one of Grantkeep's attributes has an unknown value or the limit is negative
     */
    public ServiceSettings {
        demands = demands.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(demands));
        if (clientsPerDeveloper < 0) {
            throw new IllegalArgumentException("clientsPerDeveloper is 0 or more: " + clientsPerDeveloper);
        }
        ruleOf(attributes);
        allowsInsecureRedirectUris(attributes);
    }

    /** Whether clients may register redirect URIs that are not safe; not unless the attribute says so. */
    public boolean insecureRedirectUrisAllowed() {
        return allowsInsecureRedirectUris(attributes);
    }

    private static boolean allowsInsecureRedirectUris(Attributes attributes) {
        return attributes
                .first(INSECURE_REDIRECT_URIS)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(INSECURE_REDIRECT_URIS + " is true or false");
                })
                .orElse(false);
    }

    /** {@link DurationRule#SHORTEST} unless the attribute {@code grantkeep.duration_rule} names the other. */
    public DurationRule durationRule() {
        return ruleOf(attributes);
    }

    private static DurationRule ruleOf(Attributes attributes) {
        return attributes
                .first(DurationRule.SERVICE_ATTRIBUTE)
                .map(value -> DurationRule.ofAttributeValue(value)
                        .orElseThrow(() -> new IllegalArgumentException(
                                DurationRule.SERVICE_ATTRIBUTE + " is shortest or most_specific")))
                .orElse(DurationRule.SHORTEST);
    }
}
