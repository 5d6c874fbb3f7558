package dev.grantkeep.application.usecase.key;

import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.port.out.remote.RemoteDocuments;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of services and clients: their {@code jwks}; those of a client without one are at its {@code jwksUri}. */
@Wired
public final class Keys {
    private final KeySets keySets;
    private final RemoteDocuments documents;

    public Keys(KeySets keySets, RemoteDocuments documents) {
        this.keySets = keySets;
        this.documents = documents;
    }

    /** What keys there are. */
    public sealed interface Result {}

    public record Found(KeySet set) implements Result {}

    /** @param why a sentence that names the setting at fault; may be shown to the owner of the service */
    public record Missing(String why) implements Result {}

    public Result of(Service service) {
        return registered(service)
                .map(reading -> result("The service's `jwks`", reading))
                .orElseGet(() -> new Missing("The service has no `jwks`."));
    }

    /** What the service has registered; empty if that is nothing. */
    public Optional<KeySetReading> registered(Service service) {
        return Optional.ofNullable(service.settings().jwks()).map(keySets::read);
    }

    public Result of(Client client) {
        @Nullable String jwks = client.settings().jwks();
        if (jwks != null) {
            return read("The client's `jwks`", jwks);
        }
        @Nullable String uri = client.settings().jwksUri();
        return uri == null ? new Missing("The client has no `jwks` and no `jwksUri`.") : at(uri);
    }

    /** What is published at a client's address now, if the keys that were found there did not do and it is something else. */
    public Optional<KeySet> newer(Client client, KeySet unfit) {
        @Nullable String uri = client.settings().jwksUri();
        return client.settings().jwks() == null
                        && uri != null
                        && documents.fetch(new DocumentAddress(uri), DocumentKind.KEY_SET)
                                instanceof RemoteDocument copy
                        && newer(copy, unfit) instanceof Found(KeySet set)
                        && !set.equals(unfit)
                ? Optional.of(set)
                : Optional.empty();
    }

    private Result newer(RemoteDocument copy, KeySet unfit) {
        return copy.text().equals(unfit.text())
                        && documents.fetchNewer(copy, DocumentKind.KEY_SET) instanceof RemoteDocument newer
                ? published(newer)
                : published(copy);
    }

    private Result at(String uri) {
        try {
            return switch (documents.fetch(new DocumentAddress(uri), DocumentKind.KEY_SET)) {
                case RemoteDocument document -> published(document);
                case Unreachable none -> new Missing(none.message());
            };
        } catch (IllegalArgumentException e) {
            return new Missing("The client's `jwksUri` cannot be used: " + e.getMessage() + ".");
        }
    }

    private Result published(RemoteDocument document) {
        return read("The document at " + document.address().value(), document.text());
    }

    private Result read(String what, String jwks) {
        return result(what, keySets.read(jwks));
    }

    private static Result result(String what, KeySetReading reading) {
        return switch (reading) {
            case KeySetReading.Read read -> new Found(read.set());
            case KeySetReading.Refused(String reason) ->
                new Missing(what + " must be a JWK Set (RFC 7517): " + reason + ".");
        };
    }
}
