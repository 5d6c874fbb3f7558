package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.client.CreateClient;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.key.RegisteredKeys;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.Seats;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates clients. */
@Wired
public final class CreateClientHandler implements CreateClient {
    private static final int SECRET_BYTES = 64;

    private final ClientStore clients;
    private final Clock clock;
    private final ValueGenerator generator;
    private final RegisteredKeys keys;
    private final RegisteredSector sector;

    public CreateClientHandler(
            ClientStore clients, Clock clock, ValueGenerator generator, RegisteredKeys keys, RegisteredSector sector) {
        this.clients = clients;
        this.clock = clock;
        this.generator = generator;
        this.keys = keys;
        this.sector = sector;
    }

    @Override
    public Result handle(Command command) {
        keys.requireOfClient(Members.NONE, command.settings().members());
        RegisteredRequestUris.require(ClientSettings.EMPTY, command.settings());
        return command.settings()
                .insecureRedirectUri(command.service(), ClientSettings.EMPTY)
                .<Result>map(InsecureRedirectUri::new)
                .orElseGet(() -> create(command));
    }

    private Result create(Command command) {
        sector.require(ClientSettings.EMPTY, command.settings());
        return Attempts.until(() -> attempt(command));
    }

    private Optional<Result> attempt(Command command) {
        Client client = newClient(command);
        int limit = command.service().settings().clients().mostPerDeveloper();
        if (limit == 0 || client.settings().developer() == null) {
            return add(client, command);
        }
        List<Integer> free =
                new Seats(takenSeats(client.service(), client.settings().developer()), limit).free();
        return free.isEmpty()
                ? Optional.of(new DeveloperIsFull(limit))
                : add(client.withSeat(anyOf(free, client)), command);
    }

    /** One by chance, so that several at the same time seldom want the same. */
    private static int anyOf(List<Integer> free, Client client) {
        return free.get(client.number() % free.size());
    }

    private List<@Nullable Integer> takenSeats(ServiceId service, String developer) {
        List<@Nullable Integer> seats = new ArrayList<>();
        Page<Client> page;
        do {
            page = clients.list(service, developer, new Window(seats.size(), seats.size() + Window.MAX_SIZE));
            page.items().forEach(client -> seats.add(client.seat()));
        } while (!page.items().isEmpty() && seats.size() < page.total());
        return seats;
    }

    private Optional<Result> add(Client client, Command command) {
        if (ClientFinder.isIdOfAnother(
                clients, client.service(), client.settings().alias(), client.id())) {
            return Optional.of(new AliasTaken());
        }
        if (isAliasOfAnother(client)) {
            return Optional.empty();
        }
        if (clients.add(client.created()) == Saved.SAVED) {
            return Optional.of(new Created(client));
        }
        return isAliasTaken(command) ? Optional.of(new AliasTaken()) : Optional.empty();
    }

    /** Whether its id, which is made by chance, is what another client is called by already. */
    private boolean isAliasOfAnother(Client client) {
        return ClientIdentifier.of(client.id())
                .asAlias()
                .flatMap(alias -> clients.findByAlias(client.service(), alias))
                .isPresent();
    }

    private boolean isAliasTaken(Command command) {
        return Optional.ofNullable(command.settings().alias())
                .flatMap(alias -> clients.findByAlias(command.service().id(), alias))
                .isPresent();
    }

    private Client newClient(Command command) {
        Instant now = clock.now();
        return new Client(
                new ClientId(generator.id()),
                command.service().id(),
                generator.number(),
                generator.secret(SECRET_BYTES),
                command.settings(),
                false,
                generator.generation(),
                now,
                now,
                Version.FIRST);
    }
}
