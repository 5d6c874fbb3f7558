package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.Minting;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.exchange.Exchange.Ended;
import dev.grantkeep.application.usecase.exchange.Exchange.Issued;
import dev.grantkeep.application.usecase.exchange.Exchange.Outcome;
import dev.grantkeep.application.usecase.exchange.Exchange.Refused;
import dev.grantkeep.application.usecase.openid.IdTokens;
import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.openid.IdTokenOrder;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Minted;
import dev.grantkeep.domain.value.Generation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a token of a step that is good for one. All that the client gets is made first, then the token is stored and the
 * step redeemed in one write: a failure before that leaves the step good. The token takes the numbers that the head had
 * when the step was seen to stand, so a revocation beats a racing redemption; where the service or client allows one token
 * per subject only, the redemption itself moves the head on, which ends older tokens and no other step.
 */
@Wired
public final class Redeemer {
    private final Minter minter;
    private final IdTokens idTokens;

    public Redeemer(Minter minter, IdTokens idTokens) {
        this.minter = minter;
        this.idTokens = idTokens;
    }

    /**
     * What is redeemed.
     *
     * @param head of the grant that the step was found with
     * @param generation that the step carries
     * @param idToken the ID token beside the token, if its scopes ask for one
     * @param gone the refusal where the step is no more
     * @param idTokenImpossible the refusal where the ID token cannot be made
     */
    record Redeemed(
            StepKey<?> key,
            @Nullable HeadState head,
            Generation generation,
            IdTokenOrder idToken,
            TokenRefusal gone,
            TokenRefusal idTokenImpossible) {}

    /** @param usedMeanwhile the outcome if another was faster; what that one made of the step is stored */
    Outcome redeem(IssueOrder order, Redeemed step, Supplier<Outcome> usedMeanwhile) {
        return switch (minter.make(order, step.head())) {
            case Minting.Done(Minted minted) -> redeem(order, step, minted, usedMeanwhile);
            case Minting.ValueTaken taken -> new Refused(TokenRequestRefusal.VALUE_TAKEN);
            case Minting.Impossible(String why) -> Exchange.impossible(why);
        };
    }

    private Outcome redeem(IssueOrder order, Redeemed step, Minted minted, Supplier<Outcome> usedMeanwhile) {
        return switch (idToken(order, step, minted)) {
            case IdTokens.Made(@Nullable IdToken idToken) -> redeem(order, step, minted, idToken, usedMeanwhile);
            case IdTokens.Impossible(String why) -> new Refused(step.idTokenImpossible(), why);
        };
    }

    private IdTokens.Result idToken(IssueOrder order, Redeemed step, Minted minted) {
        return order.scopes().contains(ScopeName.OPENID)
                ? idTokens.make(
                        step.idToken(), new IdTokenOrder.Beside(minted.token().accessForClient(), null, null))
                : IdTokens.NOT_ASKED;
    }

    private Outcome redeem(
            IssueOrder order,
            Redeemed step,
            Minted minted,
            @Nullable IdToken idToken,
            Supplier<Outcome> usedMeanwhile) {
        return switch (minter.redeem(step.key(), order, minted)) {
            case SETTLED -> enliven(step, minted, idToken);
            case TAKEN -> new Refused(TokenRequestRefusal.VALUE_TAKEN);
            case USED, STALE -> usedMeanwhile.get();
        };
    }

    private Outcome enliven(Redeemed step, Minted minted, @Nullable IdToken idToken) {
        if (!minter.enliven(minted, step.generation())) {
            minter.takeBack(minted);
            return new Ended(step.gone());
        }
        return new Issued(minted.token(), idToken, false);
    }
}
