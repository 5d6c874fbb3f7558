package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.token.IntrospectStandard;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.token.Introspection;
import dev.grantkeep.domain.token.PresentedAccessToken;
import dev.grantkeep.domain.token.PresentedRefreshToken;
import dev.grantkeep.domain.token.Verdict;
import java.time.Instant;

/** Introspects access and refresh tokens by RFC 7662. */
@Wired
public final class IntrospectStandardHandler implements IntrospectStandard {
    private final TokenSearch search;
    private final TokenStore tokens;
    private final CurrentSettings currentSettings;
    private final Clock clock;

    public IntrospectStandardHandler(
            TokenSearch search, TokenStore tokens, CurrentSettings currentSettings, Clock clock) {
        this.search = search;
        this.tokens = tokens;
        this.currentSettings = currentSettings;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        return search.find(command.service(), command.token(), command.hint())
                .map(hit -> judge(command, hit, clock.now()))
                .orElseGet(() -> new Inactive(null));
    }

    private Result judge(Command command, TokenSearch.Hit hit, Instant now) {
        if (!(verdict(command, hit, now) instanceof Verdict.Alive)) {
            return new Inactive(hit.kind());
        }
        Client client = currentSettings.clientOf(command.service(), hit.token());
        tokens.noteUse(hit.token().token(), now);
        return new Active(hit.kind(), hit.token(), client);
    }

    private static Verdict verdict(Command command, TokenSearch.Hit hit, Instant now) {
        Introspection required = Introspection.forResource(command.resourceServer());
        return switch (hit.kind()) {
            case ACCESS_TOKEN ->
                required.decide(PresentedAccessToken.to(command.service(), hit.value()), hit.token(), now);
            case REFRESH_TOKEN ->
                required.decide(
                        PresentedRefreshToken.to(command.service(), hit.value()), hit.token(), command.service(), now);
        };
    }
}
