package dev.grantkeep.application.usecase.openid;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.key.JwtForm;
import dev.grantkeep.domain.key.KeyPurpose;
import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.openid.IdTokenOrder;
import org.jspecify.annotations.Nullable;

/** Makes ID tokens (OpenID Connect Core section 2), for every place that gives one. */
@Wired
public final class IdTokens {
    private final ClientJwts jwts;
    private final Clock clock;

    public IdTokens(ClientJwts jwts, Clock clock) {
        this.jwts = jwts;
        this.clock = clock;
    }

    /** Where no ID token is asked for. */
    public static final Result NOT_ASKED = new Made(null);

    /** What became of an ID token. */
    public sealed interface Result {}

    /** @param token null if none was asked for */
    public record Made(@Nullable IdToken token) implements Result {}

    /** @param why a sentence that names the setting at fault */
    public record Impossible(String why) implements Result {}

    /** @param beside what the client gets with it */
    public Result make(IdTokenOrder order, IdTokenOrder.Beside beside) {
        if (order.service().settings().issuer() == null) {
            return new Impossible("The service has no `issuer`.");
        }
        JwtForm form = order.client().settings().idToken();
        ClientJwts.Maker maker = new ClientJwts.Maker(order.service(), order.client(), KeyPurpose.ID_TOKEN, form);
        DurationDecision duration = order.duration();
        return switch (jwts.make(
                maker, order.content().header(), order.claims(maker.algorithm(), beside, duration, clock.now()))) {
            case JwtOutcome.Made(String jwt) -> new Made(new IdToken(jwt, duration));
            case JwtOutcome.Impossible(String why) -> new Impossible(why);
        };
    }
}
