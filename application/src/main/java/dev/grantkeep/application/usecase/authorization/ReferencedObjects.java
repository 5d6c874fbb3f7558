package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Fetched;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.port.out.remote.RemoteDocuments;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.client.Client;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/**
 * Fetches request objects that requests name by {@code request_uri} (RFC 9101 section 5.2, OpenID Connect Core section
 * 6.2). A client publishes them where it is registered to, at nobody else's address. A fragment is the hash of what is
 * there; without one the document may be another each time, and no old copy stands for it.
 */
@Wired
public final class ReferencedObjects {
    private final RemoteDocuments documents;
    private final Clock clock;

    public ReferencedObjects(RemoteDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Reference {}

    record Found(String compact) implements Reference {
        @Override
        public String toString() {
            return "Found[hidden]";
        }
    }

    record Missing(AuthorizationRefusal why, String detail) implements Reference {}

    Reference find(Client client, String uri) {
        if (!client.settings().requestObjects().isRegistered(uri)) {
            return new Missing(AuthorizationRefusal.REQUEST_URI_INVALID, uri);
        }
        String[] parts = uri.split("#", 2);
        try {
            DocumentAddress address = new DocumentAddress(parts[0]);
            return parts.length == 1 ? current(address) : hashed(address, parts[1]);
        } catch (IllegalArgumentException e) {
            return unreachable("It is none: " + e.getMessage() + ".");
        }
    }

    private Reference current(DocumentAddress address) {
        Instant start = clock.now();
        return switch (documents.fetch(address, DocumentKind.REQUEST_OBJECT)) {
            case RemoteDocument document ->
                document.isFresh(start) || !document.fetchedAt().isBefore(start)
                        ? found(document)
                        : unreachable("The document at " + address.value() + " cannot be had now.");
            case Unreachable none -> unreachable(none.message());
        };
    }

    private Reference hashed(DocumentAddress address, String hash) {
        Fetched first = documents.fetch(address, DocumentKind.REQUEST_OBJECT);
        Fetched last = first instanceof RemoteDocument unfit && !isHash(hash, unfit)
                ? documents.fetchNewer(unfit, DocumentKind.REQUEST_OBJECT)
                : first;
        return switch (last) {
            case RemoteDocument document ->
                isHash(hash, document)
                        ? found(document)
                        : new Missing(AuthorizationRefusal.REQUEST_URI_OTHER_CONTENT, hash);
            case Unreachable none -> unreachable(none.message());
        };
    }

    /** A file may end with a line end. */
    private static Found found(RemoteDocument document) {
        return new Found(document.text().strip());
    }

    private static Missing unreachable(String why) {
        return new Missing(AuthorizationRefusal.REQUEST_URI_UNREACHABLE, why);
    }

    private static boolean isHash(String hash, RemoteDocument document) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(document.text().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .equals(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
