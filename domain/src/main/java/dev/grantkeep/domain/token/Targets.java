package dev.grantkeep.domain.token;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a grant and its access token are for.
 *
 * @param resources the target resources of the whole grant (RFC 8707), as URIs; none is no restriction. A refresh token
 *     is for them
 * @param narrowedTo the target resources that the access token was narrowed to; absent is those of the grant
 * @param authorizationDetails rich authorization details (RFC 9396), as one JSON text
 */
public record Targets(
        List<String> resources,
        @Nullable List<String> narrowedTo,
        @Nullable String authorizationDetails) {
    public static final Targets NONE = new Targets(List.of(), null, null);

    public Targets {
        resources = List.copyOf(resources);
        narrowedTo = narrowedTo == null || narrowedTo.isEmpty() || narrowedTo.equals(resources)
                ? null
                : List.copyOf(narrowedTo);
    }

    /** Targets of a whole grant. */
    public static Targets of(List<String> resources, @Nullable String authorizationDetails) {
        return resources.isEmpty() && authorizationDetails == null
                ? NONE
                : new Targets(resources, null, authorizationDetails);
    }

    /** The target resources of the access token. */
    public List<String> ofAccessToken() {
        return narrowedTo == null ? resources : narrowedTo;
    }

    /** Whether an access token may be narrowed to these target resources (RFC 8707 section 2.2). */
    public boolean canBeNarrowedTo(List<String> wanted) {
        return resources.isEmpty() || resources.containsAll(wanted);
    }

    /** Whether the access token is for just these target resources; none are those of the grant. */
    boolean isNarrowedTo(List<String> wanted) {
        return Set.copyOf(narrowed(wanted).ofAccessToken()).equals(Set.copyOf(ofAccessToken()));
    }

    /** The access token for these target resources only; none are those of the grant. */
    public Targets narrowed(List<String> wanted) {
        return wanted.isEmpty() && narrowedTo == null ? this : new Targets(resources, wanted, authorizationDetails);
    }

    /** With what was asked for where nothing else was granted. */
    public Targets orAsked(Targets asked) {
        return new Targets(
                resources.isEmpty() ? asked.resources : resources,
                narrowedTo,
                authorizationDetails == null ? asked.authorizationDetails : authorizationDetails);
    }

    /** With these authorization details, if any are given. */
    Targets authorizedFor(@Nullable String newAuthorizationDetails) {
        return newAuthorizationDetails == null ? this : new Targets(resources, narrowedTo, newAuthorizationDetails);
    }
}
