package dev.grantkeep.domain.token;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a grant and its access token are for.
 *
 * @param resources the target resources of the whole grant (RFC 8707), as URIs; none is no restriction. A refresh token
 *     is for them
 * @param narrowedTo the target resources that the access token was narrowed to; absent is those of the grant
 * @param authorizationDetails rich authorization details of the whole grant (RFC 9396), as one JSON text
 * @param narrowedDetails those that the access token was narrowed to; absent is those of the grant
 */
public record Targets(
        List<String> resources,
        @Nullable List<String> narrowedTo,
        @Nullable String authorizationDetails,
        @Nullable String narrowedDetails) {
    public static final Targets NONE = new Targets(List.of(), null, null, null);

    public Targets {
        resources = List.copyOf(resources);
        narrowedTo = narrowedTo == null || narrowedTo.isEmpty() || narrowedTo.equals(resources)
                ? null
                : List.copyOf(narrowedTo);
        narrowedDetails = Objects.equals(narrowedDetails, authorizationDetails) ? null : narrowedDetails;
    }

    /** Targets of a whole grant. */
    public static Targets of(List<String> resources, @Nullable String authorizationDetails) {
        return resources.isEmpty() && authorizationDetails == null
                ? NONE
                : new Targets(resources, null, authorizationDetails, null);
    }

    /** The target resources of the access token. */
    public List<String> ofAccessToken() {
        return narrowedTo == null ? resources : narrowedTo;
    }

    /** Whether an access token may be narrowed to these target resources (RFC 8707 section 2.2). */
    public boolean canBeNarrowedTo(List<String> wanted) {
        return resources.isEmpty() || resources.containsAll(wanted);
    }

    /** The authorization details of the access token. */
    public @Nullable String detailsOfAccessToken() {
        return narrowedDetails == null ? authorizationDetails : narrowedDetails;
    }

    /** Whether the access token is for just these target resources; none are those of the grant. */
    boolean isNarrowedTo(List<String> wanted) {
        return Set.copyOf(narrowed(wanted, new RequestedDetails.None()).ofAccessToken())
                .equals(Set.copyOf(ofAccessToken()));
    }

    /** Whether the access token has just these authorization details; none are those of the grant. */
    boolean isNarrowedTo(RequestedDetails wanted) {
        return Objects.equals(wanted.part(), narrowedDetails);
    }

    /** The access token for these target resources and authorization details only; none are those of the grant. */
    public Targets narrowed(List<String> wanted, RequestedDetails details) {
        return wanted.isEmpty() && narrowedTo == null && isNarrowedTo(details)
                ? this
                : new Targets(resources, wanted, authorizationDetails, details.part());
    }

    /** With what was asked for where nothing else was granted. */
    public Targets orAsked(Targets asked) {
        return new Targets(
                resources.isEmpty() ? asked.resources : resources,
                narrowedTo,
                authorizationDetails == null ? asked.authorizationDetails : authorizationDetails,
                narrowedDetails);
    }

    /** With these authorization details, if any are given. */
    Targets authorizedFor(@Nullable String newAuthorizationDetails) {
        return newAuthorizationDetails == null
                ? this
                : new Targets(resources, narrowedTo, newAuthorizationDetails, null);
    }
}
