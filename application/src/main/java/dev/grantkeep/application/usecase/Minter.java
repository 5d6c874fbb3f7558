package dev.grantkeep.application.usecase;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Settled;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.application.usecase.token.AccessTokenForms;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Minted;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Generation;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Mints tokens, for every way to one. A token is stored first, under values that nobody knows yet. It lives from then on,
 * unless it is to be the only one of its grant: then it lives once the grant has moved to its generation.
 */
@Wired
public final class Minter {
    private final TokenStore tokens;
    private final GrantHeads heads;
    private final Clock clock;
    private final ValueGenerator generator;
    private final AccessTokenForms forms;

    public Minter(TokenStore tokens, GrantHeads heads, Clock clock, ValueGenerator generator, AccessTokenForms forms) {
        this.tokens = tokens;
        this.heads = heads;
        this.clock = clock;
        this.generator = generator;
        this.forms = forms;
    }

    /**
     * Makes a token and stores it. This has to be the first write of a call that anybody can see.
     *
     * @param grant the grant as it was when the authorization was given; null for a token without a subject
     * @throws StaleSettings if the order rests on settings that are out of date; then nothing was stored
     */
    public Minting mint(IssueOrder order, @Nullable HeadState grant) {
        return switch (make(order, grant)) {
            case Minting.Done(Minted minted) -> store(order, minted);
            case Minting.Undone undone -> undone;
        };
    }

    /** Makes a token that is not stored yet, in the form in which the client gets it. */
    public Minting make(IssueOrder order, @Nullable HeadState grant) {
        Instant now = clock.now();
        Minted minted = order.mint(grant, generator.forIssue(now), now);
        return forms.of(order.service(), minted.token())
                .then(jwt -> new Minting.Done(minted.as(jwt)), Minting.Impossible::new);
    }

    private Minting store(IssueOrder order, Minted minted) {
        return switch (tokens.add(minted.token().change(), SettingsVersions.of(order.service(), order.client()))) {
            case STALE -> throw new StaleSettings(order.service().id());
            case TAKEN -> new Minting.ValueTaken();
            case SAVED -> new Minting.Done(minted);
        };
    }

    /**
     * Stores a token that was made, in place of the step that it was made of. This has to be the first write of a call that
     * anybody can see.
     *
     * @return never {@link Settled#STALE}
     * @throws StaleSettings if the order rests on settings that are out of date; then nothing was stored
     */
    public Settled redeem(StepKey<?> step, IssueOrder order, Minted minted) {
        Settled settled =
                tokens.settle(step, minted.token().change(), SettingsVersions.of(order.service(), order.client()));
        if (settled == Settled.STALE) {
            throw new StaleSettings(order.service().id());
        }
        return settled;
    }

    /**
     * Brings a token alive, and ends those that it supersedes.
     *
     * @param given the generation of the grant's codes when the authorization was given
     * @return false if the grant was revoked since, and the token will not live by this authorization
     */
    public boolean enliven(Minted minted, Generation given) {
        return !minted.single() || heads.supersede(key(minted), given, generation(minted));
    }

    /** Brings a token alive whose authorization is new: it counts under the grant as it is now. */
    public void enliven(Minted minted) {
        if (minted.single()) {
            heads.supersede(key(minted), generation(minted));
        }
    }

    public void takeBack(Minted minted) {
        tokens.remove(
                record(minted).service(), record(minted).id(), new Event(Event.Kind.TOKEN_TAKEN_BACK, clock.now()));
    }

    private static GrantKey key(Minted minted) {
        return Objects.requireNonNull(record(minted).grantKey(), "a single token has a subject");
    }

    private static Generation generation(Minted minted) {
        return Objects.requireNonNull(record(minted).standing().grant(), "a single token has a grant")
                .generation();
    }

    private static TokenRecord record(Minted minted) {
        return minted.token().record();
    }
}
