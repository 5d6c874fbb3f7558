package dev.grantkeep.application.memory;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenInContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The grant heads in memory. */
public final class InMemoryGrantStore implements GrantStore, AuthorizedClients {
    private static final Comparator<GrantHead> BY_CLIENT =
            Comparator.comparing(head -> head.key().client());

    private final InMemoryDatabase database;

    public InMemoryGrantStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<GrantHead> find(GrantKey key) {
        return database.locked(() -> Optional.ofNullable(database.heads.get(key)));
    }

    @Override
    public Saved add(Change<GrantHead> change) {
        GrantHead head = change.state();
        return database.locked(() -> database.heads.putIfAbsent(head.key(), head) == null
                ? database.saved(Happened.toGrant(change))
                : Saved.TAKEN);
    }

    @Override
    public Saved replace(Change<GrantHead> change) {
        GrantHead head = change.state();
        return database.locked(() -> {
            GrantHead stored = database.heads.get(head.key());
            if (stored == null || !InMemoryDatabase.follows(head.version(), stored.version())) {
                return Saved.STALE;
            }
            if (!head.generation().equals(stored.generation())) {
                database.formerGenerations
                        .computeIfAbsent(head.key(), key -> new HashSet<>())
                        .addAll(List.of(stored.generation(), stored.codeGeneration()));
            }
            database.heads.put(head.key(), head);
            return database.saved(Happened.toGrant(change));
        });
    }

    @Override
    public List<GrantHead> ofSubject(ServiceId service, Subject subject, @Nullable ClientId after, int limit) {
        return database.locked(() -> of(service, subject)
                .filter(head -> after == null || head.key().client().compareTo(after) > 0)
                .sorted(BY_CLIENT)
                .limit(limit)
                .toList());
    }

    @Override
    public int countTokens(GrantKey key) {
        return database.locked(() -> (int) database.tokens.values().stream()
                .filter(token -> key.equals(token.grantKey()))
                .map(database::inContext)
                .filter(TokenInContext::stands)
                .count());
    }

    @Override
    public Page<Client> list(
            ServiceId service, Subject subject, @Nullable String developer, Instant now, Window window) {
        return database.locked(() -> InMemoryDatabase.page(
                of(service, subject)
                        .filter(head -> countTokens(head.key()) > 0)
                        .flatMap(head -> Stream.ofNullable(
                                database.client(service, head.key().client())))
                        .filter(client -> InMemoryClientStore.isOf(client, developer))
                        .sorted(InMemoryClientStore.CREATION)
                        .toList(),
                window));
    }

    private Stream<GrantHead> of(ServiceId service, Subject subject) {
        return database.heads.values().stream()
                .filter(head -> head.key().service().equals(service)
                        && head.key().subject().equals(subject));
    }
}
