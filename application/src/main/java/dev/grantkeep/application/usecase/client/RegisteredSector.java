package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Fetched;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.port.out.remote.RemoteDocuments;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.client.SectorProof;
import dev.grantkeep.domain.value.InvalidMember;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the sector that a pairwise client registers: the document at its URI lists the client's redirect URIs. */
@Wired
public final class RegisteredSector {
    private static final String MEMBER = "sectorIdentifierUri";

    private final RemoteDocuments documents;

    public RegisteredSector(RemoteDocuments documents) {
        this.documents = documents;
    }

    /**
     * @param before the settings that there are, or none
     * @throws InvalidMember if what {@link SectorProof} asks for is not shown
     */
    void require(ClientSettings before, ClientSettings after) {
        switch (SectorProof.of(before, after)) {
            case SectorProof.NotNeeded none -> {}
            case SectorProof.Impossible none ->
                throw InvalidMember.mustBe(
                        MEMBER,
                        "there, since subjectType is PAIRWISE and the redirect URIs have several hosts"
                                + " (OpenID Connect Core section 8.1)");
            case SectorProof.Document(String uri) -> {
                DocumentAddress address = address(uri);
                fault(address, after.redirectUris()).ifPresent(why -> {
                    throw InvalidMember.mustBe(
                            MEMBER,
                            "the address of a JSON array with every redirect URI (OpenID Connect Registration section 5),"
                                    + " but the document at " + address.value() + " " + why);
                });
            }
        }
    }

    private static DocumentAddress address(String uri) {
        try {
            return new DocumentAddress(uri);
        } catch (IllegalArgumentException e) {
            throw InvalidMember.mustBe(MEMBER, "the address of a document: " + e.getMessage());
        }
    }

    /** What is wrong with the document, also after a newer one was asked for; it goes on from the document's name. */
    private Optional<String> fault(DocumentAddress address, List<RedirectUri> uris) {
        Fetched first = documents.fetch(address, DocumentKind.SECTOR_IDENTIFIER);
        return fault(first, uris)
                .flatMap(why -> first instanceof RemoteDocument unfit
                        ? fault(documents.fetchNewer(unfit, DocumentKind.SECTOR_IDENTIFIER), uris)
                        : Optional.of(why));
    }

    private static Optional<String> fault(Fetched fetched, List<RedirectUri> uris) {
        return switch (fetched) {
            case Unreachable none -> Optional.of(none.clause());
            case RemoteDocument document -> fault(document.text(), uris);
        };
    }

    private static Optional<String> fault(String text, List<RedirectUri> uris) {
        try {
            Set<Object> listed = new HashSet<>(JsonText.readArray(text));
            return listed.stream().allMatch(String.class::isInstance)
                    ? uris.stream()
                            .map(RedirectUri::value)
                            .filter(uri -> !listed.contains(uri))
                            .findFirst()
                            .map(uri -> "does not hold '" + uri + "'")
                    : Optional.of("holds something else than texts");
        } catch (IllegalArgumentException e) {
            return Optional.of("is no JSON array");
        }
    }
}
