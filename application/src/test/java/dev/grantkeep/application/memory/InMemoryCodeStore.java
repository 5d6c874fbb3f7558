package dev.grantkeep.application.memory;

import dev.grantkeep.application.memory.InMemoryDatabase.StepKey;
import dev.grantkeep.application.port.out.CodeStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeInContext;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import java.util.Optional;

/** The authorization codes in memory. */
public final class InMemoryCodeStore implements CodeStore {
    private final InMemoryDatabase database;

    public InMemoryCodeStore(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Saved add(AuthorizationCode code) {
        return database.locked(() -> database.codes.putIfAbsent(new StepKey(code.service(), code.hash()), code) == null
                ? Saved.SAVED
                : Saved.TAKEN);
    }

    @Override
    public Optional<CodeInContext> find(ServiceId service, TokenHash hash) {
        return database.locked(() -> Optional.ofNullable(database.codes.get(new StepKey(service, hash)))
                .map(code -> new CodeInContext(code, database.headState(code.grantKey()))));
    }

    @Override
    public boolean redeem(ServiceId service, TokenHash hash, TokenId token) {
        return database.locked(() -> {
            AuthorizationCode code = database.codes.get(new StepKey(service, hash));
            if (code == null || code.isRedeemed()) {
                return false;
            }
            database.codes.put(new StepKey(service, hash), code.becoming(token));
            return true;
        });
    }

    @Override
    public boolean remove(ServiceId service, TokenHash hash) {
        return database.locked(() -> database.codes.remove(new StepKey(service, hash)) != null);
    }
}
