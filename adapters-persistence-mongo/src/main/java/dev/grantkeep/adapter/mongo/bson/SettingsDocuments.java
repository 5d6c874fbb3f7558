package dev.grantkeep.adapter.mongo.bson;

import dev.grantkeep.application.document.FormerSettings;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Version;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a service or a client, as JSON text: names may hold dots and dollars, numbers stay exact, and whatever
 * speaks MongoDB's protocol can keep it. The text counts if it was written with the document's present version; else the
 * release before wrote last, in a form of its own, which is written with every write, so that it can go on.
 */
public final class SettingsDocuments {
    private static final String DOCUMENT = "document";
    private static final String DOCUMENT_VERSION = "documentVersion";

    private SettingsDocuments() {}

    public static void write(DocumentWriter to, Members members, Version version, FormerSettings form) {
        to.put(DOCUMENT, JsonText.write(members.tree()))
                .put(DOCUMENT_VERSION, version.value())
                .put(Names.SETTINGS, new Document(form.write(members)));
    }

    public static Members read(Document from, FormerSettings form) {
        @Nullable Long written = from.getLong(DOCUMENT_VERSION);
        return written != null && written.equals(from.getLong(Names.VERSION))
                ? Members.of(JsonText.read(from.getString(DOCUMENT)))
                : form.read(Objects.requireNonNull(from.get(Names.SETTINGS, Document.class), Names.SETTINGS));
    }
}
