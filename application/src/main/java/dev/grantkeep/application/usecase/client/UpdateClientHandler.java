package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.client.UpdateClient;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.key.RegisteredKeys;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.util.Objects;
import java.util.Optional;

/** Changes clients' settings. */
@Wired
public final class UpdateClientHandler implements UpdateClient {
    private final ClientChanger changer;
    private final ClientStore clients;
    private final Clock clock;
    private final RegisteredKeys keys;
    private final RegisteredSector sector;

    public UpdateClientHandler(
            ClientChanger changer, ClientStore clients, Clock clock, RegisteredKeys keys, RegisteredSector sector) {
        this.changer = changer;
        this.clients = clients;
        this.clock = clock;
        this.keys = keys;
        this.sector = sector;
    }

    @Override
    public Result handle(Command command) {
        return changer.<Result>change(
                command.service(),
                command.client(),
                client -> client.update(command.change().apply(client), clock.now()),
                (before, after) -> objection(command.service(), before, after),
                (before, after) -> new Updated(after),
                AliasTaken::new,
                Refused::new);
    }

    private Optional<Result> objection(Service service, Client before, Client after) {
        keys.requireOfClient(before.settings().members(), after.settings().members());
        RegisteredRequestUris.require(before.settings(), after.settings());
        Optional<Result> objection = objectionToNames(service, before, after);
        if (objection.isEmpty()) {
            sector.require(before.settings(), after.settings());
        }
        return objection;
    }

    private Optional<Result> objectionToNames(Service service, Client before, Client after) {
        boolean sameAlias =
                Objects.equals(before.settings().alias(), after.settings().alias());
        return !sameAlias
                        && ClientFinder.isIdOfAnother(
                                clients, service.id(), after.settings().alias(), after.id())
                ? Optional.of(new AliasTaken())
                : after.settings()
                        .insecureRedirectUri(service, before.settings())
                        .map(InsecureRedirectUri::new);
    }
}
