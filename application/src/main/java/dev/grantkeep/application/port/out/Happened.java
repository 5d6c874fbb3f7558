package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event with what it is about. What is absent has no part in it.
 *
 * @param token the record, of which there is nothing else here
 */
public record Happened(
        Event event,
        ServiceId service,
        @Nullable ClientId client,
        @Nullable Subject subject,
        @Nullable TokenId token) {

    /** None if the change is a quiet one; so do the others. */
    public static List<Happened> toService(Change<Service> change) {
        return by(change, change.state().id(), null, null, null);
    }

    public static List<Happened> toClient(Change<Client> change) {
        return by(change, change.state().service(), change.state().id(), null, null);
    }

    public static List<Happened> toGrant(Change<GrantHead> change) {
        return by(
                change,
                change.state().key().service(),
                change.state().key().client(),
                change.state().key().subject(),
                null);
    }

    public static List<Happened> toToken(Change<TokenRecord> change) {
        TokenRecord token = change.state();
        return by(change, token.service(), token.client(), token.subject(), token.id());
    }

    private static List<Happened> by(
            Change<?> change,
            ServiceId service,
            @Nullable ClientId client,
            @Nullable Subject subject,
            @Nullable TokenId token) {
        Event event = change.event();
        return event == null ? List.of() : List.of(new Happened(event, service, client, subject, token));
    }
}
