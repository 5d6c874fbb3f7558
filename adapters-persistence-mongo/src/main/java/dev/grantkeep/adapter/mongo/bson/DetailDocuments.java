package dev.grantkeep.adapter.mongo.bson;

import dev.grantkeep.domain.token.TokenDetails;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The details of a token; absent when it has none. */
public final class DetailDocuments {
    private static final String RESOURCES = "resources";
    private static final String NARROWED_TO = "narrowedTo";
    private static final String AUTHORIZATION_DETAILS = "authorizationDetails";
    private static final String ACR = "acr";
    private static final String AUTH_TIME = "authTime";
    private static final String FOR_EXTERNAL_ATTACHMENT = "forExternalAttachment";
    private static final String CLIENT_ID_ALIAS_USED = "clientIdAliasUsed";
    private static final String CLIENT_ENTITY_ID_USED = "clientEntityIdUsed";
    private static final String METADATA_DOCUMENT_USED = "metadataDocumentUsed";
    private static final String SESSION_ID = "sessionId";
    private static final String SCOPES_DENIED = "scopesDenied";

    private DetailDocuments() {}

    public static @Nullable Document write(TokenDetails details) {
        return new DocumentWriter()
                .putList(RESOURCES, details.resources())
                .putList(NARROWED_TO, Objects.requireNonNullElse(details.narrowedTo(), List.of()))
                .put(AUTHORIZATION_DETAILS, details.authorizationDetails())
                .put(ACR, details.acr())
                .put(AUTH_TIME, details.authTime())
                .putFlag(FOR_EXTERNAL_ATTACHMENT, details.forExternalAttachment())
                .putFlag(CLIENT_ID_ALIAS_USED, details.clientIdAliasUsed())
                .putFlag(CLIENT_ENTITY_ID_USED, details.clientEntityIdUsed())
                .putFlag(METADATA_DOCUMENT_USED, details.metadataDocumentUsed())
                .put(SESSION_ID, details.sessionId())
                .putFlag(SCOPES_DENIED, details.scopesDenied())
                .documentOrNull();
    }

    public static TokenDetails read(DocumentReader from, String name) {
        @Nullable DocumentReader part = from.partOrNull(name);
        return part == null ? TokenDetails.NONE : read(part);
    }

    private static TokenDetails read(DocumentReader from) {
        return new TokenDetails(
                from.list(RESOURCES, String.class),
                from.list(NARROWED_TO, String.class),
                from.textOrNull(AUTHORIZATION_DETAILS),
                from.textOrNull(ACR),
                from.numberOrNull(AUTH_TIME),
                from.flag(FOR_EXTERNAL_ATTACHMENT),
                from.flag(CLIENT_ID_ALIAS_USED),
                from.flag(CLIENT_ENTITY_ID_USED),
                from.flag(METADATA_DOCUMENT_USED),
                from.textOrNull(SESSION_ID),
                from.flag(SCOPES_DENIED));
    }
}
