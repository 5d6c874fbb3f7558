package dev.grantkeep.application.usecase.userinfo;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.userinfo.CheckUserInfo;
import dev.grantkeep.application.port.in.userinfo.IssueUserInfo;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.openid.ClientJwts;
import dev.grantkeep.application.usecase.openid.JwtOutcome;
import dev.grantkeep.domain.key.JwtForm;
import dev.grantkeep.domain.key.KeyPurpose;
import dev.grantkeep.domain.userinfo.UserInfo;
import dev.grantkeep.domain.value.Members;

/** Checks the token again, for a front end may ask for nothing but this, and answers in the form that the client has. */
@Wired
public final class IssueUserInfoHandler implements IssueUserInfo {
    private final CheckUserInfo checkUserInfo;
    private final ClientJwts jwts;
    private final Clock clock;

    public IssueUserInfoHandler(CheckUserInfo checkUserInfo, ClientJwts jwts, Clock clock) {
        this.checkUserInfo = checkUserInfo;
        this.jwts = jwts;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        return switch (checkUserInfo.handle(new CheckUserInfo.Command(command.service(), command.token()))) {
            case CheckUserInfo.Refused(var why) -> new Refused(why);
            case CheckUserInfo.Opened(var token, var client) ->
                answer(new UserInfo(command.service(), client, token, command.sub(), command.claims()));
        };
    }

    private Result answer(UserInfo info) {
        JwtForm form = info.client().settings().userInfo();
        if (form.isAbsent()) {
            return new Plain(info.plain());
        }
        if (info.service().settings().issuer() == null) {
            return new Impossible("The service has no `issuer`.");
        }
        ClientJwts.Maker maker = new ClientJwts.Maker(info.service(), info.client(), KeyPurpose.USER_INFO, form);
        return switch (jwts.make(maker, Members.NONE, info.ofJwt(clock.now()))) {
            case JwtOutcome.Made(String jwt) -> new AsJwt(jwt);
            case JwtOutcome.Impossible(String why) -> new Impossible(why);
        };
    }
}
