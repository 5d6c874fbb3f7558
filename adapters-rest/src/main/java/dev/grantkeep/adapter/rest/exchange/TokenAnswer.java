package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.error.TokenEndpointCodes;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.token.TokenJson;
import dev.grantkeep.application.port.in.exchange.ExchangeToken;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.ExpiresIn;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the token endpoint: the client's body, and the same for the authorization server.
 *
 * @param now when the answer is given
 */
record TokenAnswer(Service service, ExchangeToken.Issued issued, Instant now) {
    Members members(Answers answers) {
        return members(
                answers,
                answers.begin(
                        idTokenIsReissuable() ? Action.ID_TOKEN_REISSUABLE : Action.OK,
                        TokenEndpointCodes.ISSUED,
                        issued.grantType().lowerCaseName()));
    }

    /** @param members the beginning of the answer */
    Members members(Answers answers, Members members) {
        members.text("responseContent", body());
        addTokens(members);
        addGrant(members);
        if (answers.isV3()) {
            RefreshPart refresh = record().refresh();
            members.texts(
                    "refreshTokenScopes",
                    refresh == null ? null : refresh.scopes().toStrings());
            List<String> names = record().details().identity().idTokenClaims();
            members.texts("requestedIdTokenClaims", names.isEmpty() ? null : names);
        }
        return members;
    }

    /** A refresh gives no ID token; whether there is to be one the authorization server decides, who knows the claims. */
    private boolean idTokenIsReissuable() {
        return service.settings().openId().reissuable()
                && issued.grantType() == GrantType.REFRESH_TOKEN
                && record().subject() != null
                && record().scopes().contains(ScopeName.OPENID);
    }

    private String body() {
        IssuedToken token = issued.token();
        return new TokenBody(
                        service, record(), token.accessForClient(), token.refresh(), issued.idToken(), accessDuration())
                .json();
    }

    private @Nullable String idToken() {
        return issued.idToken() == null ? null : issued.idToken().jwt();
    }

    private void addTokens(Members to) {
        IssuedToken token = issued.token();
        to.text("accessToken", token.access().value())
                .text("jwtAccessToken", TokenJson.compact(token.jwt()))
                .instant("accessTokenExpiresAt", record().access().expiresAt())
                .text("idToken", idToken());
        accessDuration().ifPresent(seconds -> to.number("accessTokenDuration", seconds));
        RefreshPart refresh = record().refresh();
        TokenValue refreshValue = token.refresh();
        if (refresh != null && refreshValue != null) {
            to.text("refreshToken", refreshValue.value())
                    .instant("refreshTokenExpiresAt", refresh.expiresAt())
                    .number("refreshTokenDuration", refreshDuration(refresh));
        }
    }

    private void addGrant(Members to) {
        TokenRecord record = record();
        to.name("grantType", issued.grantType());
        TokenJson.addClient(to, service, issued.client(), issued.aliasUsed());
        to.name("clientAuthMethod", issued.authMethod())
                .text(
                        "subject",
                        record.subject() == null ? null : record.subject().value())
                .texts("scopes", record.scopes().toStrings())
                .nodes("properties", TokenJson.properties(record.properties()))
                .text("sessionId", record.details().authentication().sessionId())
                .flag("previousRefreshTokenUsed", issued.previousRefreshTokenUsed());
        TokenJson.addTargets(to, record.details());
        TokenJson.addAttributes(to, service, issued.client());
    }

    /** A token that is given out once more has begun to age. */
    private OptionalLong accessDuration() {
        return issued.previousRefreshTokenUsed() ? ExpiresIn.ofAccess(record(), now) : ExpiresIn.ofAccess(record());
    }

    private long refreshDuration(RefreshPart refresh) {
        return issued.previousRefreshTokenUsed()
                ? ExpiresIn.ofRefresh(refresh, now)
                : ExpiresIn.ofRefresh(record(), refresh);
    }

    private TokenRecord record() {
        return issued.token().record();
    }
}
