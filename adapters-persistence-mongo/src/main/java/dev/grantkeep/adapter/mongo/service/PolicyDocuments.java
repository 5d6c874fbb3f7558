package dev.grantkeep.adapter.mongo.service;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.domain.common.ClientAuthMethod;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.service.AuthorizationPolicy;
import dev.grantkeep.domain.service.Capabilities;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.RefreshPolicy;
import org.bson.Document;

/** What a service supports and asks for. A flag that is not set has no field. */
final class PolicyDocuments {
    private static final String GRANT_TYPES = "grantTypes";
    private static final String RESPONSE_TYPES = "responseTypes";
    private static final String TOKEN_AUTH_METHODS = "tokenAuthMethods";

    private PolicyDocuments() {}

    static Document write(Capabilities capabilities) {
        return new DocumentWriter()
                .putEnums(GRANT_TYPES, capabilities.grantTypes())
                .putEnums(RESPONSE_TYPES, capabilities.responseTypes())
                .putEnums(TOKEN_AUTH_METHODS, capabilities.tokenAuthMethods())
                .document();
    }

    static Capabilities readCapabilities(DocumentReader from) {
        return new Capabilities(
                from.enums(GRANT_TYPES, GrantType.class),
                from.enums(RESPONSE_TYPES, ResponseType.class),
                from.enums(TOKEN_AUTH_METHODS, ClientAuthMethod.class));
    }

    static Document write(RefreshPolicy policy) {
        return new DocumentWriter()
                .putFlag("kept", policy.kept())
                .putFlag("durationKept", policy.durationKept())
                .putFlag("durationReset", policy.durationReset())
                .putFlag("idempotent", policy.idempotent())
                .putFlag("expirationLinked", policy.expirationLinked())
                .putFlag("openidDroppedWithoutOfflineAccess", policy.openidDroppedWithoutOfflineAccess())
                .document();
    }

    static RefreshPolicy readRefresh(DocumentReader from) {
        return new RefreshPolicy(
                from.flag("kept"),
                from.flag("durationKept"),
                from.flag("durationReset"),
                from.flag("idempotent"),
                from.flag("expirationLinked"),
                from.flag("openidDroppedWithoutOfflineAccess"));
    }

    static Document write(AuthorizationPolicy policy) {
        return new DocumentWriter()
                .putFlag("pkceRequired", policy.pkceRequired())
                .putFlag("pkceS256Required", policy.pkceS256Required())
                .putFlag("scopeRequired", policy.scopeRequired())
                .putFlag("issSuppressed", policy.issSuppressed())
                .putFlag("loopbackPortVariable", policy.loopbackPortVariable())
                .document();
    }

    static AuthorizationPolicy readAuthorization(DocumentReader from) {
        return new AuthorizationPolicy(
                from.flag("pkceRequired"),
                from.flag("pkceS256Required"),
                from.flag("scopeRequired"),
                from.flag("issSuppressed"),
                from.flag("loopbackPortVariable"));
    }

    static Document write(ErrorPolicy policy) {
        return new DocumentWriter()
                .putFlag("descriptionOmitted", policy.descriptionOmitted())
                .putFlag("uriOmitted", policy.uriOmitted())
                .document();
    }

    static ErrorPolicy readErrors(DocumentReader from) {
        return new ErrorPolicy(from.flag("descriptionOmitted"), from.flag("uriOmitted"));
    }
}
