package dev.grantkeep.domain.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.CreationOutcome.ClientLocked;
import dev.grantkeep.domain.token.CreationOutcome.Creatable;
import dev.grantkeep.domain.token.CreationOutcome.Refused;
import dev.grantkeep.domain.token.CreationOutcome.UnsupportedScopes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token that the authorization server wants without a protocol flow (contract 2.3).
 *
 * @param subject ignored for client_credentials; needed otherwise, but for JWT_BEARER
 * @param scopes one that the service does not have is an error
 */
public record TokenCreation(
        Service service,
        GrantType grantType,
        @Nullable Subject subject,
        ScopeSet scopes,
        TokenWish wish,
        Properties properties,
        TokenDetails details) {
    public TokenCreation {
        subject = grantType == GrantType.CLIENT_CREDENTIALS ? null : subject;
        details = subject == null ? details.withoutAuthentication() : details;
    }

    /** Why there is no such token, whoever the client is. */
    public Optional<Refused> refusal() {
        if (grantType == GrantType.REFRESH_TOKEN) {
            return Optional.of(Refused.GRANT_TYPE_NOT_CREATABLE);
        }
        return subject == null && grantType != GrantType.CLIENT_CREDENTIALS && grantType != GrantType.JWT_BEARER
                ? Optional.of(Refused.SUBJECT_MISSING)
                : Optional.empty();
    }

    /** Decides whether the client gets it. The caller mints it. */
    public CreationOutcome decide(Client client) {
        if (client.locked()) {
            return new ClientLocked();
        }
        if (Demands.onTokens(service, client, scopes).isPresent()) {
            return Refused.DEMAND_NOT_MET;
        }
        ScopeSet unsupported = scopes.minus(service.settings().scopes().names());
        return unsupported.isEmpty()
                ? new Creatable(
                        new IssueOrder(service, client, grantType, subject, scopes, scopes, wish, properties, details))
                : new UnsupportedScopes(unsupported);
    }
}
