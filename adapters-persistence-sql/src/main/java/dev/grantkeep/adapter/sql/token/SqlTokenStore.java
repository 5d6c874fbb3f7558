package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.event.EventWriting;
import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Trip;
import dev.grantkeep.application.port.out.FoundAtVersion;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Settled;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

// token (service_id, client_id, client_generation, generation, access_expires_at, purge_at, created_at, last_used_at,
// refresh_expires_at, last_refreshed_at, version, rewrite_number, grant_type, id, access_hash, refresh_hash,
// refresh_origin, subject, scopes, refresh_scopes, properties, details, cut_short).
//   by access hash               token_access (access_hash, service_id), unique
//   by refresh hash              token_refresh (refresh_hash, service_id), unique
//   by origin of refresh token   token_refresh_origin (refresh_origin, service_id), unique
//   by id; replace, remove       primary key (id, service_id)
//   elsewhere                    the same, by their first column
//   settle                       step by its primary key (hash, service_id, kind)
// Its head, client and service are joined by their primary keys.
/** The table {@code token}. */
@Singleton
final class SqlTokenStore implements TokenStore {
    private static final String NOTE_USE = """
            update token
            set last_used_at = ?, purge_at = ?, cut_short = case when purge_at > ? then true else cut_short end
            where id = ? and service_id = ? and version = ?
            """;

    private final Database database;
    private final TokenRemoval removal;
    private final Map<TokenLookup, Coalescing<TokenFinding.Wanted, FoundAtVersion<TokenInContext>>> finding =
            new EnumMap<>(TokenLookup.class);
    private final Coalescing<TokenAdding.New, Saved> adding;
    private final Coalescing<TokenRedeeming.Redeemed, Settled> redeeming;
    private final Coalescing<Change<TokenRecord>, Saved> replacing;

    SqlTokenStore(Database database, TokenRemoval removal, EventWriting events) {
        this.database = database;
        this.removal = removal;
        for (TokenLookup lookup : TokenLookup.values()) {
            finding.put(lookup, new Coalescing<>(new TokenFinding(database), database.trips(Trip.FIND_TOKEN)));
        }
        TokenAdding add = new TokenAdding(database, events);
        adding = new Coalescing<>(add, database.trips(Trip.ADD_TOKEN));
        redeeming = new Coalescing<>(new TokenRedeeming(database, add), database.trips(Trip.REDEEM_STEP));
        replacing = new Coalescing<>(new TokenReplacing(database, events), database.trips(Trip.REPLACE_TOKEN));
    }

    @Override
    public Saved add(Change<TokenRecord> token, SettingsVersions basis) {
        return adding.ask(new TokenAdding.New(token, basis));
    }

    @Override
    public Settled settle(StepKey<?> step, Change<TokenRecord> token, SettingsVersions basis) {
        return redeeming.ask(new TokenRedeeming.Redeemed(step, new TokenAdding.New(token, basis)));
    }

    @Override
    public FoundAtVersion<TokenInContext> find(ServiceId service, TokenLocator locator) {
        return Objects.requireNonNull(finding.get(TokenLookup.of(locator)))
                .ask(new TokenFinding.Wanted(service, locator));
    }

    @Override
    public boolean existsElsewhere(ServiceId service, TokenLocator locator) {
        return database.exists(
                TokenLookup.of(locator).elsewhere(),
                to -> TokenLookup.write(locator, to).add(service));
    }

    @Override
    public Saved replace(Change<TokenRecord> token) {
        return replacing.ask(token);
    }

    @Override
    public boolean remove(ServiceId service, TokenId id, Event event) {
        return removal.remove(service, id, event);
    }

    @Override
    public void noteUse(TokenRecord token) {
        database.write(NOTE_USE, to -> {
            to.add(token.lastUsedAt()).add(token.purgeAt()).add(token.purgeAt());
            to.add(token.id()).add(token.service()).add(token.version());
        });
    }
}
