package example;

import dev.grantkeep.domain.token.Introspection;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.Verdict;
import java.time.Instant;
import java.util.List;

/** What a resource server that requires the scope "write" is told of a token, and why. */
final class Judgement {
    private static final Introspection REQUIRED = new Introspection(List.of("write"), null, List.of(), List.of(), 0);

    private Judgement() {}

    static String of(TokenInContext seen, Instant now) {
        return switch (REQUIRED.decide(seen, now)) {
            case Verdict.Alive alive -> "good";
            case Verdict.ScopeMissing(String scope) -> "alive, without the scope " + scope;
            case Verdict.Insufficient other -> "alive, but " + other;
            case Verdict.Expired(Instant since, boolean refreshable) ->
                "expired at " + since + (refreshable ? ", to be refreshed" : "");
            case Verdict.ClientLocked locked -> "at rest while its client is locked";
            case Verdict.Ended why -> "dead: " + why;
        };
    }
}
