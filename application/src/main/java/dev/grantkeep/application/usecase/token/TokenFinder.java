package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.TokenLocator;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the record that a caller names by a token or its hash. A record that ended is not found. */
public final class TokenFinder {
    private final TokenStore tokens;
    private final Clock clock;

    public TokenFinder(TokenStore tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    public Optional<TokenInContext> find(Service service, TokenLocator locator) {
        return Optional.ofNullable(tokens.find(service.id(), locator).found())
                .filter(seen -> seen.verdict(clock.now()) != Verdict.ENDED);
    }

    public Optional<TokenInContext> byAccess(Service service, String identifier) {
        return first(service, locators(identifier, TokenLocator.ByAccess::new));
    }

    public Optional<TokenInContext> byRefresh(Service service, String identifier) {
        return first(service, locators(identifier, TokenLocator.ByRefresh::new));
    }

    /** Whether another service has a record whose access token this is. */
    public boolean accessExistsElsewhere(Service service, String identifier) {
        return locators(identifier, TokenLocator.ByAccess::new).stream()
                .anyMatch(locator -> tokens.existsElsewhere(service.id(), locator));
    }

    private Optional<TokenInContext> first(Service service, List<TokenLocator> locators) {
        return locators.stream()
                .flatMap(locator -> find(service, locator).stream())
                .findFirst();
    }

    /** The identifier may be a token, and if it looks like one, a token's hash. */
    private static List<TokenLocator> locators(String identifier, Function<TokenHash, TokenLocator> by) {
        Stream<TokenHash> asValue =
                TokenValue.isValid(identifier) ? Stream.of(new TokenValue(identifier).hash()) : Stream.empty();
        Stream<TokenHash> asHash =
                TokenHash.isValid(identifier) ? Stream.of(new TokenHash(identifier)) : Stream.empty();
        return Stream.concat(asValue, asHash).map(by).toList();
    }
}
