package dev.grantkeep.adapter.sql.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.grantkeep.domain.token.TokenDetails;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The details of a token or code; what is empty or false is left out. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record DetailsDocument(
        @Nullable List<String> resources,
        @Nullable List<String> narrowedTo,
        @Nullable String authorizationDetails,
        @Nullable String acr,
        @Nullable Long authTime,
        @Nullable Boolean forExternalAttachment,
        @Nullable Boolean clientIdAliasUsed,
        @Nullable Boolean clientEntityIdUsed,
        @Nullable Boolean metadataDocumentUsed,
        @Nullable String sessionId,
        @Nullable Boolean scopesDenied) {
    static DetailsDocument of(TokenDetails details) {
        return new DetailsDocument(
                details.resources().isEmpty() ? null : details.resources(),
                details.narrowedTo(),
                details.authorizationDetails(),
                details.acr(),
                details.authTime(),
                onlyTrue(details.forExternalAttachment()),
                onlyTrue(details.clientIdAliasUsed()),
                onlyTrue(details.clientEntityIdUsed()),
                onlyTrue(details.metadataDocumentUsed()),
                details.sessionId(),
                onlyTrue(details.scopesDenied()));
    }

    TokenDetails toDetails() {
        return new TokenDetails(
                resources == null ? List.of() : resources,
                narrowedTo,
                authorizationDetails,
                acr,
                authTime,
                isTrue(forExternalAttachment),
                isTrue(clientIdAliasUsed),
                isTrue(clientEntityIdUsed),
                isTrue(metadataDocumentUsed),
                sessionId,
                isTrue(scopesDenied));
    }

    private static @Nullable Boolean onlyTrue(boolean flag) {
        return flag ? Boolean.TRUE : null;
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return flag != null && flag;
    }
}
