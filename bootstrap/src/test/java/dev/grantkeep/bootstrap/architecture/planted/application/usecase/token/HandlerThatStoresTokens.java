package dev.grantkeep.bootstrap.architecture.planted.application.usecase.token;

import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.token.TokenRecord;

final class HandlerThatStoresTokens {
    Saved store(TokenStore tokens, Change<TokenRecord> token, SettingsVersions basis) {
        return tokens.add(token, basis);
    }
}
