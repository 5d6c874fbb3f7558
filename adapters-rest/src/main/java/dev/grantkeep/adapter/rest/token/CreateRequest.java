package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.adapter.rest.openid.IdTokenParams;
import dev.grantkeep.application.port.in.token.CreateToken;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenCreation;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenWish;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code auth/token/create}. */
final class CreateRequest {
    private CreateRequest() {}

    static CreateToken.Command read(Service service, Params params) {
        GrantType type = params.name("grantType", GrantType.class);
        if (type == null) {
            throw Params.missing("grantType");
        }
        Unsupported.refuse(params);
        TokenValue access = TokenParams.chosen(params, "accessToken");
        TokenValue refresh = TokenParams.chosen(params, "refreshToken");
        if (access != null && access.equals(refresh)) {
            throw new BadRequest("'accessToken' and 'refreshToken' must differ.");
        }
        return new CreateToken.Command(
                client(params),
                new TokenCreation(
                        service,
                        type,
                        subject(type, params),
                        scopes(params),
                        new TokenWish(params.durations(), params.flag("accessTokenPersistent"), access, refresh),
                        Objects.requireNonNullElse(params.properties("properties"), Properties.NONE),
                        details(params)));
    }

    /** 0 is what the official clients send for a number that is not set. */
    private static ClientIdentifier client(Params params) {
        String id = params.text("clientId");
        String identifier = id == null || id.equals("0") ? params.text("clientIdentifier") : id;
        if (identifier == null) {
            throw Params.missing("clientId");
        }
        return new ClientIdentifier(identifier);
    }

    private static @Nullable Subject subject(GrantType type, Params params) {
        return type == GrantType.CLIENT_CREDENTIALS ? null : params.subjectOrNull("subject");
    }

    private static ScopeSet scopes(Params params) {
        List<String> words = params.words("scopes");
        return words == null
                ? ScopeSet.EMPTY
                : Params.checked("scopes", () -> ScopeSet.of(words.toArray(String[]::new)));
    }

    private static NamedBy namedBy(Params params) {
        List<String> given = NamedBy.flags().stream().filter(params::flag).toList();
        if (given.size() > 1) {
            throw new BadRequest("Only one of " + String.join(", ", NamedBy.flags()) + " can be true.");
        }
        return given.isEmpty() ? NamedBy.ID : NamedBy.ofFlag(given.get(0));
    }

    private static TokenDetails details(Params params) {
        NamedBy namedBy = namedBy(params);
        return new TokenDetails(
                Targets.of(TokenParams.resources(params), AuthorizationDetailsJson.ofCall(params)),
                TokenParams.authentication(params),
                Identity.withClaims(IdTokenParams.object(params, "jwtAtClaims")),
                namedBy,
                params.flag("forExternalAttachment"),
                false);
    }
}
