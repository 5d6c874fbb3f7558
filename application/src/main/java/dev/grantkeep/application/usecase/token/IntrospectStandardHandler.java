package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.in.token.IntrospectStandard;
import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Currency;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.PresentedRefreshToken;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.Verdict;
import java.time.Instant;
import java.util.List;

/** Introspects access and refresh tokens by RFC 7662. */
public final class IntrospectStandardHandler implements IntrospectStandard {
    private final BothWays bothWays;
    private final TokenStore tokens;
    private final Currency currency;
    private final Clock clock;

    public IntrospectStandardHandler(BothWays bothWays, TokenStore tokens, Currency currency, Clock clock) {
        this.bothWays = bothWays;
        this.tokens = tokens;
        this.currency = currency;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        return bothWays.find(command.service(), command.token(), command.hint())
                .map(hit -> judge(command, hit, clock.now()))
                .orElseGet(() -> new Inactive(null));
    }

    private Result judge(Command command, BothWays.Hit hit, Instant now) {
        if (!isActive(command, hit, now) || !isForResource(command, hit)) {
            return new Inactive(hit.kind());
        }
        if (hit.token().token().useIsWorthNoting(now)) {
            tokens.noteUse(hit.token().token().usedAt(now));
        }
        return new Active(hit.kind(), hit.token(), currency.clientOf(command.service(), hit.token()));
    }

    private static boolean isActive(Command command, BothWays.Hit hit, Instant now) {
        Verdict verdict = hit.token().verdict(now);
        return switch (hit.kind()) {
            case ACCESS_TOKEN -> verdict == Verdict.ALIVE;
            case REFRESH_TOKEN ->
                verdict != Verdict.ENDED && verdict != Verdict.CLIENT_LOCKED && isGoodRefreshToken(command, hit, now);
        };
    }

    /** One that the record had before is active only while the token endpoint answers it. */
    private static boolean isGoodRefreshToken(Command command, BothWays.Hit hit, Instant now) {
        Service service = command.service();
        return PresentedRefreshToken.to(service, new TokenValue(command.token()))
                .isGood(hit.token().token(), service, now);
    }

    private static boolean isForResource(Command command, BothWays.Hit hit) {
        List<String> resources = resources(hit.kind(), hit.token().token().details());
        return command.resourceServer() == null || resources.isEmpty() || resources.contains(command.resourceServer());
    }

    /** An access token may be for less than its grant (RFC 8707 section 2.2). */
    private static List<String> resources(Kind kind, TokenDetails details) {
        return kind == Kind.ACCESS_TOKEN ? details.accessTokenResources() : details.resources();
    }
}
