package dev.grantkeep.application.port.in.token;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenStatus;
import org.jspecify.annotations.Nullable;

/** Lists token records in ascending order of creation (contract 2.4). */
public interface ListTokens {
    Result handle(Command command);

    record Command(
            Service service,
            @Nullable ClientIdentifier client,
            @Nullable Subject subject,
            TokenStatus status,
            Window window) {}

    sealed interface Result {}

    record Listed(@Nullable Client client, Page<TokenInContext> tokens) implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
