package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.port.in.exchange.ExchangeToken.Command;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.domain.device.OwnWords;
import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenValue;
import org.jspecify.annotations.Nullable;

/** What one grant type does at the token endpoint, once the client is authenticated and may use it. */
public interface Exchange {
    GrantType grantType();

    Outcome exchange(Command command, Authenticated by);

    /** What became of it. */
    sealed interface Outcome {}

    /**
     * A token.
     *
     * @param idToken if the client gets one
     * @param repeated whether it is the answer to a refresh token just used, once more
     */
    record Issued(IssuedToken token, @Nullable IdToken idToken, boolean repeated) implements Outcome {
        Issued(IssuedToken token, boolean repeated) {
            this(token, null, repeated);
        }
    }

    /**
     * Whoever checks passwords has to be asked.
     *
     * @param ticket to be shown once with the answer
     * @param scopes that the token will have
     */
    record Asked(TokenValue ticket, ScopeSet scopes) implements Outcome {}

    /**
     * A no. It may rest on settings that are out of date, and has changed nothing.
     *
     * @param detail what it is about
     * @param words those of the authorization server
     */
    record Refused(TokenRefusal why, @Nullable String detail, OwnWords words) implements Outcome {
        public Refused(TokenRefusal why) {
            this(why, null);
        }

        public Refused(TokenRefusal why, @Nullable String detail) {
            this(why, detail, OwnWords.NONE);
        }
    }

    /** A no that has written something. The settings that it rests on were known to be current before. */
    record Ended(TokenRefusal why, @Nullable String detail) implements Outcome {
        public Ended(TokenRefusal why) {
            this(why, null);
        }
    }

    /** The refusal of an access token that is to be a JWT and cannot be made. */
    static Outcome impossible(String why) {
        return new Refused(TokenRequestRefusal.ACCESS_TOKEN_IMPOSSIBLE, why);
    }

    /** The refusal of a request that asks for these details; if they are why, it tells what is wrong with them. */
    static Outcome refused(TokenRefusal why, RequestedDetails details) {
        return new Refused(why, details instanceof RequestedDetails.Unfit(String misfit) ? misfit : null);
    }

    /** The refusal of a token that demands a protection that is not given yet. */
    static Outcome notMet(Demand demand) {
        return new Refused(TokenRequestRefusal.DEMAND_NOT_MET, demand.member());
    }
}
