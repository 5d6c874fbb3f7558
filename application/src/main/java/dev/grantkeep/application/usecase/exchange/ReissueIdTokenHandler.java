package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.port.in.exchange.ReissueIdToken;
import dev.grantkeep.application.port.in.userinfo.CheckUserInfo;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.openid.IdTokens;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.openid.IdTokenOrder;
import dev.grantkeep.domain.openid.Login;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whoever may ask the userinfo endpoint may have the same in an ID token. */
@Wired
public final class ReissueIdTokenHandler implements ReissueIdToken {
    private final CheckUserInfo checkUserInfo;
    private final IdTokens idTokens;

    public ReissueIdTokenHandler(CheckUserInfo checkUserInfo, IdTokens idTokens) {
        this.checkUserInfo = checkUserInfo;
        this.idTokens = idTokens;
    }

    @Override
    public Result handle(Command command) {
        return switch (checkUserInfo.handle(new CheckUserInfo.Command(command.service(), command.access()))) {
            case CheckUserInfo.Refused(var why) -> new Refused(why);
            case CheckUserInfo.Opened(TokenInContext seen, Client client) ->
                reissue(command, seen.asItCounts(), client);
        };
    }

    private Result reissue(Command command, TokenRecord record, Client client) {
        if (!command.service().settings().openId().reissuable()) {
            return new NotReissuable();
        }
        @Nullable TokenValue refresh = command.refresh() == null ? null : valueOrNull(command.refresh());
        if (command.refresh() != null && !isRefreshOf(record, refresh)) {
            return new OtherRefreshToken();
        }
        return switch (idTokens.make(
                order(command, record, client), new IdTokenOrder.Beside(command.access(), null, null))) {
            case IdTokens.Made(@Nullable IdToken idToken) ->
                new Reissued(record, refresh, Objects.requireNonNull(idToken, "an ID token was asked for"));
            case IdTokens.Impossible(String why) -> new Impossible(why);
        };
    }

    private static IdTokenOrder order(Command command, TokenRecord record, Client client) {
        TokenDetails details = record.details();
        return new IdTokenOrder(
                command.service(),
                client,
                details.namedBy(),
                Objects.requireNonNull(record.subject(), "a token of a login has a subject"),
                command.sub() == null ? details.identity().sub() : command.sub(),
                record.scopes(),
                details.authentication(),
                Login.NONE,
                command.content());
    }

    private static @Nullable TokenValue valueOrNull(String presented) {
        return TokenValue.isValid(presented) ? new TokenValue(presented) : null;
    }

    private static boolean isRefreshOf(TokenRecord record, @Nullable TokenValue presented) {
        RefreshPart refresh = record.refresh();
        return refresh != null && presented != null && refresh.hash().equals(presented.hash());
    }
}
