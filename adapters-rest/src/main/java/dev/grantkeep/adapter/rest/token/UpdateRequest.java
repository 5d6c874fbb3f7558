package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.application.port.in.token.UpdateToken;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.AccessJwt;
import dev.grantkeep.domain.token.TokenChange;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code auth/token/update}. */
final class UpdateRequest {
    private UpdateRequest() {}

    static UpdateToken.Command read(Service service, Params params) {
        UpdateToken.Name name = name(params);
        Unsupported.refuse(params);
        return new UpdateToken.Command(service, name, change(params), params.flag("accessTokenValueUpdated"));
    }

    private static TokenChange change(Params params) {
        return new TokenChange(
                expiry(params, "accessTokenExpiresAt"),
                expiry(params, "refreshTokenExpiresAt"),
                params.scopes("scopes"),
                params.properties("properties"),
                params.flag("accessTokenExpiresAtUpdatedOnScopeUpdate"),
                params.flag("refreshTokenExpiresAtUpdatedOnScopeUpdate"),
                params.flag("accessTokenPersistent"),
                null,
                AuthorizationDetailsJson.ofCall(params),
                params.flag("forExternalAttachment"));
    }

    private static @Nullable Instant expiry(Params params, String name) {
        Instant instant = params.instant(name);
        if (instant != null && instant.isAfter(TokenRecord.NEVER)) {
            throw new BadRequest("The value of '" + name + "' must not be after the year 9999.");
        }
        return instant;
    }

    /** The first of the ways to name a token that the request uses. */
    private static UpdateToken.Name name(Params params) {
        return Stream.<Supplier<UpdateToken.@Nullable Name>>of(
                        () -> by(params, "accessToken", UpdateRequest::ofAccessToken),
                        () -> by(
                                params,
                                "accessTokenHash",
                                text -> located(new TokenLocator.ByAccess(new TokenHash(text)))),
                        () -> by(params, "refreshToken", text -> new UpdateToken.OfRefreshToken(new TokenValue(text))),
                        () -> by(
                                params,
                                "refreshTokenHash",
                                text -> located(new TokenLocator.ByRefresh(new TokenHash(text)))),
                        () -> by(
                                params,
                                "tokenId",
                                text -> located(new TokenLocator.ById(new TokenId(UUID.fromString(text))))))
                .flatMap(way -> Stream.ofNullable(way.get()))
                .findFirst()
                .orElseThrow(() -> Params.missing("accessToken"));
    }

    private static UpdateToken.@Nullable Name by(Params params, String name, Function<String, UpdateToken.Name> named) {
        String text = params.text(name);
        return text == null ? null : Params.checked(name, () -> named.apply(text));
    }

    private static UpdateToken.Name ofAccessToken(String presented) {
        return new UpdateToken.OfAccessToken(
                AccessJwt.isPossible(presented) ? presented : new TokenValue(presented).value());
    }

    private static UpdateToken.Name located(TokenLocator locator) {
        return new UpdateToken.Located(locator);
    }
}
