package dev.grantkeep.application.memory;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.EventLog;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.ClientState;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables behind all in-memory stores, and the one lock that makes each of their operations atomic. */
public final class InMemoryDatabase {
    record TokenKey(ServiceId service, TokenId id) {
        static TokenKey of(TokenRecord token) {
            return new TokenKey(token.service(), token.id());
        }
    }

    final Map<ServiceId, Service> services = new HashMap<>();
    final Set<ServiceId> removedServices = new HashSet<>();
    final Map<ClientId, Client> clients = new HashMap<>();
    final Set<ClientId> removedClients = new HashSet<>();
    final Map<GrantKey, GrantHead> heads = new HashMap<>();
    final Map<GrantKey, Set<Generation>> formerGenerations = new HashMap<>();
    final Map<TokenKey, TokenRecord> tokens = new HashMap<>();
    final Map<StepKey<?>, Step> steps = new HashMap<>();

    final List<EventLog.Pending> events = new ArrayList<>();

    private int lastEvent;
    private final ReentrantLock lock = new ReentrantLock();

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Notes what happened by a write that was done. */
    Saved saved(List<Happened> happened) {
        happened.forEach(one -> events.add(new EventLog.Pending(Integer.toString(++lastEvent), one)));
        return Saved.SAVED;
    }

    void clear() {
        locked(() -> {
            List.of(services, clients, heads, formerGenerations, tokens, steps).forEach(Map::clear);
            events.clear();
            removedServices.clear();
            removedClients.clear();
            return true;
        });
    }

    /** The client, unless it is another service's or its service is gone. */
    @Nullable
    Client client(ServiceId service, ClientId id) {
        Client client = clients.get(id);
        return client != null && client.service().equals(service) && services.containsKey(service) ? client : null;
    }

    TokenInContext inContext(TokenRecord token) {
        Client client = client(token.service(), token.client());
        return new TokenInContext(
                token,
                headState(token.grantKey()),
                client == null ? null : new ClientState(client.generation(), client.locked(), client.version()));
    }

    @Nullable
    HeadState headState(@Nullable GrantKey key) {
        GrantHead head = key == null ? null : heads.get(key);
        return head == null ? null : HeadState.of(head);
    }

    /** Whether the new state directly follows the stored one. */
    static boolean follows(Version replacement, @Nullable Version stored) {
        return stored != null && stored.next().equals(replacement);
    }

    static <T> Page<T> page(List<T> all, Window window) {
        int from = Math.min(window.start(), all.size());
        return new Page<>(all.subList(from, Math.min(window.end(), all.size())), all.size());
    }

    /** Whether service and client are stored with just these versions. */
    boolean isCurrent(SettingsVersions basis) {
        Service service = services.get(basis.service());
        Client client = client(basis.service(), basis.client());
        return service != null
                && client != null
                && SettingsVersions.of(service, client).equals(basis);
    }
}
