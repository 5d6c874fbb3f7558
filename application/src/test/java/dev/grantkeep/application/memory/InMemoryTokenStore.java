package dev.grantkeep.application.memory;

import dev.grantkeep.application.memory.InMemoryDatabase.TokenKey;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.FoundAtVersion;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Settled;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenStatus;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The token records in memory. */
public final class InMemoryTokenStore implements TokenStore, TokenQueries {
    private final InMemoryDatabase database;

    public InMemoryTokenStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Saved add(Change<TokenRecord> change, SettingsVersions basis) {
        TokenRecord token = change.state();
        return database.locked(() -> {
            if (!database.isCurrent(basis)) {
                return Saved.STALE;
            }
            if (database.tokens.containsKey(TokenKey.of(token)) || anotherHasAHashOf(token)) {
                return Saved.TAKEN;
            }
            database.tokens.put(TokenKey.of(token), token);
            return database.saved(Happened.toToken(change));
        });
    }

    @Override
    public Settled settle(StepKey<?> key, Change<TokenRecord> change, SettingsVersions basis) {
        return database.locked(() -> {
            Step step = database.steps.get(key);
            if (step == null || step.settledAs() != null) {
                return Settled.USED;
            }
            return switch (add(change, basis)) {
                case STALE -> Settled.STALE;
                case TAKEN -> Settled.TAKEN;
                case SAVED -> {
                    database.steps.put(key, step.settledAs(change.state().id()));
                    yield Settled.SETTLED;
                }
            };
        });
    }

    @Override
    public FoundAtVersion<TokenInContext> find(ServiceId service, TokenLocator locator) {
        return database.locked(() -> {
            Service of = database.services.get(service);
            return of == null
                    ? new FoundAtVersion<>(null, null)
                    : new FoundAtVersion<>(
                            of.version(),
                            of(service)
                                    .filter(token -> isAt(token, locator))
                                    .findAny()
                                    .map(database::inContext)
                                    .orElse(null));
        });
    }

    @Override
    public boolean existsElsewhere(ServiceId service, TokenLocator locator) {
        return database.locked(() -> database.tokens.values().stream()
                .anyMatch(token -> !token.service().equals(service) && isAt(token, locator)));
    }

    @Override
    public Saved replace(Change<TokenRecord> change) {
        TokenRecord token = change.state();
        return database.locked(() -> {
            TokenRecord stored = database.tokens.get(TokenKey.of(token));
            if (stored == null || !InMemoryDatabase.follows(token.version(), stored.version())) {
                return Saved.STALE;
            }
            if (anotherHasAHashOf(token)) {
                return Saved.TAKEN;
            }
            database.tokens.put(TokenKey.of(token), token);
            return database.saved(Happened.toToken(change));
        });
    }

    @Override
    public boolean remove(ServiceId service, TokenId id, Event event) {
        return database.locked(() -> {
            TokenRecord token = database.tokens.remove(new TokenKey(service, id));
            if (token != null) {
                database.saved(Happened.toToken(new Change<>(token, event)));
            }
            return token != null;
        });
    }

    @Override
    public void noteUse(TokenRecord token) {
        database.locked(() -> database.tokens.computeIfPresent(
                TokenKey.of(token),
                (key, stored) ->
                        stored.version().equals(token.version()) ? stored.usedAt(token.lastUsedAt()) : stored));
    }

    @Override
    public Page<TokenInContext> list(Selection selection, Window window) {
        return database.locked(() -> InMemoryDatabase.page(
                of(selection.service())
                        .filter(token -> isSelected(token, selection))
                        .sorted(Comparator.comparing(TokenRecord::id))
                        .map(database::inContext)
                        .filter(TokenInContext::stands)
                        .toList(),
                window));
    }

    @Override
    public int count(ServiceId service, ClientId client) {
        return database.locked(() -> (int) of(service)
                .filter(token -> token.client().equals(client))
                .map(database::inContext)
                .filter(TokenInContext::stands)
                .count());
    }

    private Stream<TokenRecord> of(ServiceId service) {
        return database.tokens.values().stream().filter(token -> token.service().equals(service));
    }

    private static boolean isSelected(TokenRecord token, Selection selection) {
        boolean expired = token.access().isExpired(selection.now());
        return (selection.client() == null || selection.client().equals(token.client()))
                && (selection.subject() == null || selection.subject().equals(token.subject()))
                && (selection.status() == TokenStatus.ALL || expired == (selection.status() == TokenStatus.INVALID));
    }

    private static boolean isAt(TokenRecord token, TokenLocator locator) {
        return switch (locator) {
            case TokenLocator.ByAccess(TokenHash hash) -> token.access().hash().equals(hash);
            case TokenLocator.ByRefresh(TokenHash hash) -> hash.equals(refreshHash(token));
            case TokenLocator.ByRefreshOrigin(TokenHash hash) -> hash.equals(origin(token));
            case TokenLocator.ById(TokenId id) -> token.id().equals(id);
        };
    }

    private boolean anotherHasAHashOf(TokenRecord token) {
        return of(token.service())
                .filter(other -> !other.id().equals(token.id()))
                .anyMatch(other -> same(t -> t.access().hash(), token, other)
                        || same(InMemoryTokenStore::refreshHash, token, other)
                        || same(InMemoryTokenStore::origin, token, other));
    }

    private static boolean same(Function<TokenRecord, @Nullable TokenHash> hash, TokenRecord token, TokenRecord other) {
        TokenHash mine = hash.apply(token);
        return mine != null && mine.equals(hash.apply(other));
    }

    private static @Nullable TokenHash refreshHash(TokenRecord token) {
        RefreshPart refresh = token.refresh();
        return refresh == null ? null : refresh.hash();
    }

    private static @Nullable TokenHash origin(TokenRecord token) {
        RefreshPart refresh = token.refresh();
        return refresh == null ? null : refresh.origin();
    }
}
