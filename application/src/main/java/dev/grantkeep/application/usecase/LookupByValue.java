package dev.grantkeep.application.usecase;

import dev.grantkeep.domain.token.PresentedAccessToken;
import dev.grantkeep.domain.token.PresentedRefreshToken;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one way from a token to its record, for all who are given one: so none of them takes a value for unknown that another
 * still follows. A value leads to its record for as long as there is the record, through every refresh.
 *
 * @param look how a record is looked for
 */
public record LookupByValue(Function<TokenLocator, Optional<TokenInContext>> look) {

    /** The record whose access token this is or once was. */
    public Optional<TokenInContext> find(PresentedAccessToken presented) {
        return current(presented).or(() -> former(presented));
    }

    /** The record whose access token this is. */
    public Optional<TokenInContext> current(PresentedAccessToken presented) {
        return look.apply(new TokenLocator.ByAccess(presented.value().hash()));
    }

    /** The record whose access token this once was; to be asked when it is no record's now. */
    public Optional<TokenInContext> former(PresentedAccessToken presented) {
        return byId(presented.namedRecord());
    }

    /** The record whose refresh token this is or once was. */
    public Optional<TokenInContext> find(PresentedRefreshToken presented) {
        return current(presented).or(() -> former(presented));
    }

    /** The record whose refresh token this is. */
    public Optional<TokenInContext> current(PresentedRefreshToken presented) {
        return look.apply(new TokenLocator.ByRefresh(presented.value().hash()));
    }

    /** The record whose refresh token this once was; to be asked when it is no record's now. */
    public Optional<TokenInContext> former(PresentedRefreshToken presented) {
        Optional<TokenId> named = presented.namedRecord();
        return named.isPresent() ? byId(named) : formerWithoutName(presented);
    }

    private Optional<TokenInContext> formerWithoutName(PresentedRefreshToken presented) {
        return look.apply(new TokenLocator.ByRefreshOrigin(presented.value().hash()))
                .or(() -> byId(presented.claimedRecord()).filter(seen -> presented.isOf(seen.token())));
    }

    private Optional<TokenInContext> byId(Optional<TokenId> id) {
        return id.flatMap(named -> look.apply(new TokenLocator.ById(named)));
    }
}
