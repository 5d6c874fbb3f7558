package dev.grantkeep.adapter.mongo.token;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.bson.StandingDocuments;
import dev.grantkeep.adapter.mongo.bson.Trees;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.AccessPart;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Version;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A token record. */
final class TokenDocuments {
    private static final String GRANT_TYPE = "grantType";
    private static final String SCOPES = "scopes";
    private static final String REFRESH_EXPIRES_AT = "refreshExpiresAt";

    /** Absent when they are the same text as the scopes. */
    private static final String REFRESH_SCOPES = "refreshScopes";

    private static final String LAST_REFRESHED_AT = "lastRefreshedAt";

    /** What one state of a record may have and the next may not. */
    static final String[] OPTIONAL = {
        Names.REFRESH_KEY,
        REFRESH_EXPIRES_AT,
        REFRESH_SCOPES,
        Names.ORIGIN_KEY,
        Trees.PROPERTIES,
        Trees.DETAILS,
        LAST_REFRESHED_AT
    };

    private TokenDocuments() {}

    static Document write(TokenRecord token) {
        DocumentWriter to = new DocumentWriter()
                .put(Names.ID, Keys.of(token.id(), token.service()))
                .put(Names.SERVICE, token.service().value())
                .put(Names.CLIENT, token.client().value());
        writeGrant(token, to);
        to.put(Names.ACCESS_KEY, Keys.of(token.access().hash(), token.service()))
                .put(Names.ACCESS_EXPIRES_AT, token.access().expiresAt())
                .put(SCOPES, token.scopes());
        writeRefresh(token, to);
        Trees.write(token.properties(), token.details(), to);
        return to.put(Names.CREATED_AT, token.createdAt())
                .put(LAST_REFRESHED_AT, token.lastRefreshedAt())
                .put(Names.LAST_USED_AT, token.lastUsedAt())
                .put(Names.PURGE_AT, token.purgeAt())
                .put(Names.VERSION, token.version().value())
                .document();
    }

    static TokenRecord read(Document document) {
        DocumentReader from = new DocumentReader(document);
        @Nullable String subject = from.textOrNull(Names.SUBJECT);
        return new TokenRecord(
                Keys.tokenId(from.binary(Names.ID)),
                new ServiceId(from.number(Names.SERVICE)),
                new ClientId(from.number(Names.CLIENT)),
                subject == null ? null : new Subject(subject),
                from.enumOf(GRANT_TYPE, GrantType.class),
                StandingDocuments.read(from),
                new AccessPart(Keys.hash(from.binary(Names.ACCESS_KEY)), from.instant(Names.ACCESS_EXPIRES_AT)),
                readRefresh(from),
                from.scopes(SCOPES),
                Trees.properties(from),
                Trees.details(from),
                from.instant(Names.CREATED_AT),
                from.instantOrNull(LAST_REFRESHED_AT),
                from.instant(Names.LAST_USED_AT),
                new Version(from.number(Names.VERSION)));
    }

    private static void writeGrant(TokenRecord token, DocumentWriter to) {
        @Nullable GrantKey grant = token.grantKey();
        if (grant != null) {
            to.put(Names.SUBJECT, grant.subject().value()).put(Names.HEAD, Keys.of(grant));
        }
        to.put(GRANT_TYPE, token.grantType());
        StandingDocuments.write(token.standing(), to);
    }

    private static void writeRefresh(TokenRecord token, DocumentWriter to) {
        @Nullable RefreshPart refresh = token.refresh();
        if (refresh != null) {
            String scopes = refresh.scopes().toString();
            to.put(Names.REFRESH_KEY, Keys.of(refresh.hash(), token.service()))
                    .put(REFRESH_EXPIRES_AT, refresh.expiresAt())
                    .put(REFRESH_SCOPES, scopes.equals(token.scopes().toString()) ? null : scopes)
                    .put(
                            Names.ORIGIN_KEY,
                            refresh.origin() == null ? null : Keys.of(refresh.origin(), token.service()));
        }
    }

    private static @Nullable RefreshPart readRefresh(DocumentReader from) {
        @Nullable Binary key = from.binaryOrNull(Names.REFRESH_KEY);
        if (key == null) {
            return null;
        }
        @Nullable ScopeSet scopes = from.scopesOrNull(REFRESH_SCOPES);
        @Nullable Binary origin = from.binaryOrNull(Names.ORIGIN_KEY);
        return new RefreshPart(
                Keys.hash(key),
                from.instant(REFRESH_EXPIRES_AT),
                Objects.requireNonNullElseGet(scopes, () -> from.scopes(SCOPES)),
                origin == null ? null : Keys.hash(origin));
    }
}
