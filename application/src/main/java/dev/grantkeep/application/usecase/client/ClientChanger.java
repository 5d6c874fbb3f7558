package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds a client, changes it and saves it, and again if it was changed meanwhile. */
@Wired
public final class ClientChanger {
    private final ClientStore clients;
    private final ClientFinder finder;

    public ClientChanger(ClientStore clients, ClientFinder finder) {
        this.clients = clients;
        this.finder = finder;
    }

    /**
     * What became of the change, which nothing but an alias that is taken speaks against.
     *
     * @param saved makes the result of the client before and after
     * @param taken makes the result when another client has the alias
     */
    public <R> R change(
            Service service,
            ClientIdentifier identifier,
            Function<Client, Change<Client>> change,
            BiFunction<Client, Client, R> saved,
            Supplier<R> taken,
            Function<ClientRefusal, R> refused) {
        return change(service, identifier, change, (before, after) -> Optional.empty(), saved, taken, refused);
    }

    /**
     * The same.
     *
     * @param objection what speaks against the client after, if anything does; it is not saved then
     */
    <R> R change(
            Service service,
            ClientIdentifier identifier,
            Function<Client, Change<Client>> change,
            BiFunction<Client, Client, Optional<R>> objection,
            BiFunction<Client, Client, R> saved,
            Supplier<R> taken,
            Function<ClientRefusal, R> refused) {
        return Attempts.until(() -> finder.with(
                service,
                identifier,
                before -> {
                    Change<Client> after = change.apply(before);
                    return objection.apply(before, after.state()).or(() -> save(before, after, saved, taken));
                },
                why -> Optional.of(refused.apply(why))));
    }

    private <R> Optional<R> save(
            Client before, Change<Client> after, BiFunction<Client, Client, R> saved, Supplier<R> taken) {
        return switch (clients.replace(after)) {
            case SAVED -> Optional.of(saved.apply(before, after.state()));
            case STALE -> Optional.empty();
            case TAKEN -> Optional.of(taken.get());
        };
    }

    /** For changes that do not touch the alias. */
    public static <R> Supplier<R> neverTaken() {
        return () -> {
            throw new IllegalStateException("a change that left the alias alone was refused for it: " + Saved.TAKEN);
        };
    }
}
