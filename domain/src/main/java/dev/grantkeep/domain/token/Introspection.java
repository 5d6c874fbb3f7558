package dev.grantkeep.domain.token;

import dev.grantkeep.domain.openid.UserAuthentication;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The question what a token is worth to a resource server, with all that the resource server requires.
 *
 * @param scopes the token must have all of these; a text that is no scope is never had
 * @param subject the user that the token must be of; null is any
 * @param resources the token must be for all of these, if it is restricted to any (RFC 8707)
 * @param acrs the user's authentication must be of one of these classes; empty is any (RFC 9470)
 * @param maxAge the most seconds since that authentication; 0 is any (RFC 9470)
 */
public record Introspection(
        List<String> scopes, @Nullable String subject, List<String> resources, List<String> acrs, long maxAge) {
    public Introspection {
        scopes = List.copyOf(scopes);
        resources = List.copyOf(resources);
        acrs = List.copyOf(acrs);
        if (maxAge < 0) {
            throw new IllegalArgumentException("an age is not negative: " + maxAge);
        }
    }

    /** Of a resource server that requires no more than that the token is for it; null requires nothing at all. */
    public static Introspection forResource(@Nullable String resource) {
        List<String> resources = resource == null ? List.of() : List.of(resource);
        return new Introspection(List.of(), null, resources, List.of(), 0);
    }

    /** Judges the access token of a record. */
    public Verdict decide(TokenInContext seen, Instant now) {
        Verdict verdict = seen.verdict(now);
        return verdict instanceof Verdict.Alive alive
                ? sufficiency(
                                seen,
                                seen.scopes(),
                                seen.token().details().targets().ofAccessToken(),
                                now)
                        .orElse(alive)
                : verdict;
    }

    /** Judges an access token. One that the record had before has ended. */
    public Verdict decide(PresentedAccessToken presented, TokenInContext seen, Instant now) {
        return presented.isCurrentOf(seen.token()) ? decide(seen, now) : Verdict.Ended.REPLACED;
    }

    /** Judges a refresh token. One that the record had before is alive while the token endpoint answers it. */
    public Verdict decide(PresentedRefreshToken presented, TokenInContext seen, Service service, Instant now) {
        Verdict verdict = seen.verdict(now);
        if (verdict instanceof Verdict.Ended || verdict instanceof Verdict.ClientLocked) {
            return verdict;
        }
        RefreshPart refresh = seen.token().refresh();
        if (refresh != null && refresh.isExpired(now)) {
            return new Verdict.Expired(refresh.expiresAt(), false);
        }
        return presented.isGood(seen.token(), service, now)
                ? sufficiency(
                                seen,
                                seen.refreshScopes(),
                                seen.token().details().targets().resources(),
                                now)
                        .orElseGet(Verdict.Alive::new)
                : Verdict.Ended.REPLACED;
    }

    /** What is required and not there: first of all that the token could be more of, last the user's authentication. */
    private Optional<Verdict> sufficiency(TokenInContext seen, ScopeSet held, List<String> targets, Instant now) {
        UserAuthentication user = seen.token().details().authentication();
        return missingScope(held)
                .<Verdict>map(Verdict.ScopeMissing::new)
                .or(() -> isOfSubject(seen.token()) ? Optional.empty() : Optional.of(new Verdict.SubjectDiffers()))
                .or(() -> missingResource(targets).map(Verdict.ResourceMissing::new))
                .or(() -> acceptsAcr(user) ? Optional.empty() : Optional.of(new Verdict.AcrDiffers(user.acr())))
                .or(() -> acceptsAge(user, now)
                        ? Optional.empty()
                        : Optional.of(new Verdict.AuthenticationTooOld(user.authTime())));
    }

    private Optional<String> missingScope(ScopeSet held) {
        return scopes.stream()
                .filter(name -> !ScopeName.isValid(name) || !held.contains(new ScopeName(name)))
                .findFirst();
    }

    private boolean isOfSubject(TokenRecord token) {
        return subject == null
                || (token.subject() != null && token.subject().value().equals(subject));
    }

    private Optional<String> missingResource(List<String> targets) {
        Stream<String> missing = resources.stream().filter(resource -> !targets.contains(resource));
        return targets.isEmpty() ? Optional.empty() : missing.findFirst();
    }

    private boolean acceptsAcr(UserAuthentication user) {
        return acrs.isEmpty() || (user.acr() != null && acrs.contains(user.acr()));
    }

    /** A token that does not know when its user authenticated is not fresh. */
    private boolean acceptsAge(UserAuthentication user, Instant now) {
        Long authTime = user.authTime();
        return maxAge == 0 || (authTime != null && now.getEpochSecond() - authTime <= maxAge);
    }
}
