package example;

import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.duration.DurationQuestion;
import dev.grantkeep.domain.duration.DurationRule;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeCatalog;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Attributes;
import java.util.List;

/** A service gives its tokens a day, and those with the scope "write" ten minutes. */
final class TokenLife {
    private static final TokenDuration A_DAY = TokenDuration.ofSeconds(86_400);
    private static final Scope READ = Scope.named("read");
    private static final Scope WRITE = Scope.named("write").with(Attributes.of("access_token.duration", "600"));
    private static final ScopeCatalog SCOPES = new ScopeCatalog(List.of(READ, WRITE));

    private TokenLife() {}

    static DurationDecision of(String scopes) {
        List<Scope> asked = SCOPES.details(ScopeSet.parse(scopes));
        return DurationRule.SHORTEST.decide(new DurationQuestion(TokenKind.ACCESS, null, null, asked, A_DAY));
    }
}
