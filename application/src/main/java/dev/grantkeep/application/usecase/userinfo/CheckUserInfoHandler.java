package dev.grantkeep.application.usecase.userinfo;

import dev.grantkeep.application.port.in.token.IntrospectToken;
import dev.grantkeep.application.port.in.userinfo.CheckUserInfo;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.token.Introspection;
import dev.grantkeep.domain.userinfo.UserInfoRefusal;
import java.util.List;

/** Judges a token as any resource server would, one that requires {@code openid}. */
@Wired
public final class CheckUserInfoHandler implements CheckUserInfo {
    private static final Introspection REQUIRED =
            new Introspection(List.of(ScopeName.OPENID.value()), null, List.of(), List.of(), 0);

    private final IntrospectToken introspectToken;

    public CheckUserInfoHandler(IntrospectToken introspectToken) {
        this.introspectToken = introspectToken;
    }

    @Override
    public Result handle(Command command) {
        return switch (introspectToken.handle(
                new IntrospectToken.Command(command.service(), command.token(), REQUIRED))) {
            case IntrospectToken.Absent absent -> new Refused(UserInfoRefusal.UNKNOWN);
            case IntrospectToken.Found found ->
                UserInfoRefusal.of(found.verdict(), found.token().token())
                        .<Result>map(Refused::new)
                        .orElseGet(() -> new Opened(found.token(), found.client()));
        };
    }
}
