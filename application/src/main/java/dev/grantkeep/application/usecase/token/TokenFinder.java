package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.LookupByValue;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.PresentedAccessToken;
import dev.grantkeep.domain.token.PresentedRefreshToken;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the record that a caller names by a token or its hash. A record that ended is not found. */
@Wired
public final class TokenFinder {
    private final TokenStore tokens;
    private final AccessTokenValues values;
    private final Clock clock;

    public TokenFinder(TokenStore tokens, AccessTokenValues values, Clock clock) {
        this.tokens = tokens;
        this.values = values;
        this.clock = clock;
    }

    public Optional<TokenInContext> find(Service service, TokenLocator locator) {
        return Optional.ofNullable(tokens.find(service.id(), locator).found())
                .filter(seen -> !seen.hasEnded(clock.now()));
    }

    /** By its access token. */
    public Optional<TokenInContext> byCurrentAccess(Service service, String presented) {
        return values.find(service, presented).flatMap(value -> find(service, new TokenLocator.ByAccess(value.hash())));
    }

    /** By its access token, by one that it had before, or by the hash of its access token. */
    public Optional<TokenInContext> byAccess(Service service, String identifier) {
        Optional<TokenInContext> byValue = values.find(service, identifier)
                .flatMap(value -> lookup(service).find(PresentedAccessToken.to(service, value)));
        return byValue.or(() -> asHash(identifier).flatMap(hash -> find(service, new TokenLocator.ByAccess(hash))));
    }

    /** By its refresh token, by one that it had before, or by the hash of its refresh token. */
    public Optional<TokenInContext> byRefresh(Service service, String identifier) {
        Optional<TokenInContext> byValue =
                TokenValue.isValid(identifier) ? byRefresh(service, new TokenValue(identifier)) : Optional.empty();
        return byValue.or(() -> asHash(identifier).flatMap(hash -> find(service, new TokenLocator.ByRefresh(hash))));
    }

    /** By its refresh token or by one that it had before. */
    public Optional<TokenInContext> byRefresh(Service service, TokenValue value) {
        return lookup(service).find(PresentedRefreshToken.to(service, value));
    }

    /** By either of its tokens, or a hash of either. */
    public Optional<TokenInContext> byEither(Service service, String identifier) {
        return byAccess(service, identifier).or(() -> byRefresh(service, identifier));
    }

    /** Whether another service has a record whose access token this is. */
    public boolean currentAccessExistsElsewhere(Service service, String presented) {
        return values.find(service, presented)
                .filter(value -> tokens.existsElsewhere(service.id(), new TokenLocator.ByAccess(value.hash())))
                .isPresent();
    }

    /** Whether another service has a record whose access token or refresh token this is, or its hash. */
    public boolean existsElsewhere(Service service, String identifier) {
        return Stream.concat(
                        locators(identifier, TokenLocator.ByAccess::new),
                        locators(identifier, TokenLocator.ByRefresh::new))
                .anyMatch(locator -> tokens.existsElsewhere(service.id(), locator));
    }

    private LookupByValue lookup(Service service) {
        return new LookupByValue(locator -> find(service, locator));
    }

    /** The identifier may be a token, and if it looks like one, a token's hash. */
    private static Stream<TokenLocator> locators(String identifier, Function<TokenHash, TokenLocator> by) {
        Stream<TokenHash> asValue =
                TokenValue.isValid(identifier) ? Stream.of(new TokenValue(identifier).hash()) : Stream.empty();
        return Stream.concat(asValue, asHash(identifier).stream()).map(by);
    }

    private static Optional<TokenHash> asHash(String identifier) {
        return TokenHash.isValid(identifier) ? Optional.of(new TokenHash(identifier)) : Optional.empty();
    }
}
