package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.in.client.CreateClient;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.Window;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Fresh;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.common.Version;
import java.time.Instant;
import java.util.Optional;

/** Creates clients. */
public final class CreateClientHandler implements CreateClient {
    private static final int SECRET_BYTES = 64;
    private static final Window NONE = new Window(0, 0);

    private final ClientStore clients;
    private final Clock clock;
    private final Fresh fresh;

    public CreateClientHandler(ClientStore clients, Clock clock, Fresh fresh) {
        this.clients = clients;
        this.clock = clock;
        this.fresh = fresh;
    }

    @Override
    public Result handle(Command command) {
        return isFull(command)
                ? new DeveloperIsFull(command.service().settings().clientsPerDeveloper())
                : Attempts.until(() -> attempt(command));
    }

    private boolean isFull(Command command) {
        int limit = command.service().settings().clientsPerDeveloper();
        String developer = command.settings().developer();
        return limit > 0
                && developer != null
                && clients.list(command.service().id(), developer, NONE).total() >= limit;
    }

    private Optional<Result> attempt(Command command) {
        Client client = newClient(command);
        if (clients.add(client) == Saved.SAVED) {
            return Optional.of(new Created(client));
        }
        return isAliasTaken(command) ? Optional.of(new AliasTaken()) : Optional.empty();
    }

    private boolean isAliasTaken(Command command) {
        return Optional.ofNullable(command.settings().alias())
                .flatMap(alias -> clients.findByAlias(command.service().id(), alias))
                .isPresent();
    }

    private Client newClient(Command command) {
        Instant now = clock.now();
        return new Client(
                new ClientId(fresh.id()),
                command.service().id(),
                fresh.number(),
                fresh.secret(SECRET_BYTES),
                command.settings(),
                false,
                fresh.generation(),
                now,
                now,
                Version.FIRST);
    }
}
