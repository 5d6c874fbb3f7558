package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.port.in.exchange.IssueToken;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.Minting;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.domain.authorization.PasswordTicket;
import dev.grantkeep.domain.authorization.PasswordYes;
import dev.grantkeep.domain.authorization.PasswordYesOutcome;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Minted;
import dev.grantkeep.domain.token.TokenWish;

/**
 * Issues the token of a password that was right. The token is stored first and the ticket is taken after that: if anything
 * fails on the way, the ticket is still good, and what was stored is known to nobody.
 */
@Wired
public final class IssueTokenHandler implements IssueToken {
    private final PasswordTickets tickets;
    private final ClientStore clients;
    private final GrantHeads heads;
    private final Minter minter;

    public IssueTokenHandler(PasswordTickets tickets, ClientStore clients, GrantHeads heads, Minter minter) {
        this.tickets = tickets;
        this.clients = clients;
        this.heads = heads;
        this.minter = minter;
    }

    @Override
    public Result handle(Command command) {
        return tickets.find(command.service(), command.ticket())
                .map(ticket -> issue(command, ticket))
                .orElseGet(NoTicket::new);
    }

    private Result issue(Command command, PasswordTicket ticket) {
        PasswordYes yes = new PasswordYes(
                command.service(),
                ticket,
                command.subject(),
                TokenWish.of(command.requested(), command.access()),
                command.properties(),
                command.accessTokenClaims());
        return switch (yes.decide(
                clients.find(ticket.service(), ticket.client().id()).orElse(null))) {
            case PasswordYesOutcome.Issuable(IssueOrder order) -> mint(ticket, command, order);
            case PasswordYesOutcome.Refused refused ->
                switch (refused) {
                    case CLIENT_GONE -> new ClientGone();
                    case CLIENT_LOCKED -> new ClientLocked(ticket.client().id());
                    case GRANT_TYPE_NOT_ALLOWED -> new GrantTypeNotAllowed();
                    case DEMAND_NOT_MET -> new DemandNotMet();
                };
        };
    }

    private Result mint(PasswordTicket ticket, Command command, IssueOrder order) {
        GrantKey key = new GrantKey(ticket.service(), ticket.client().id(), command.subject());
        GrantHead head = heads.ready(key);
        return switch (minter.mint(order, HeadState.of(head))) {
            case Minting.Done(Minted minted) -> issued(ticket, order, minted);
            case Minting.ValueTaken taken -> new ValueTaken();
            case Minting.Impossible(String why) -> new AccessTokenImpossible(why);
        };
    }

    private Result issued(PasswordTicket ticket, IssueOrder order, Minted minted) {
        if (!tickets.take(ticket)) {
            minter.takeBack(minted);
            return new NoTicket();
        }
        minter.enliven(minted);
        return new Issued(minted.token(), order.client(), ticket.client().namedBy());
    }
}
