package dev.grantkeep.application.usecase;

import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one record, again and again: first by what the caller names it by, then by its id. Whoever lost a write to
 * another must not lose the record too because the other gave it new values.
 */
public final class Following {
    private final Supplier<Optional<TokenInContext>> first;
    private final Function<TokenLocator, Optional<TokenInContext>> again;
    private @Nullable TokenId id;

    public Following(Supplier<Optional<TokenInContext>> first, Function<TokenLocator, Optional<TokenInContext>> again) {
        this.first = first;
        this.again = again;
    }

    /** The record as it is now; absent if it never was there or is no more. */
    public Optional<TokenInContext> look() {
        Optional<TokenInContext> seen = id == null ? first.get() : again.apply(new TokenLocator.ById(id));
        seen.ifPresent(found -> id = found.token().id());
        return seen;
    }
}
