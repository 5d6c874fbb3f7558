package dev.grantkeep.adapter.mongo.event;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.application.port.out.EventLog;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** An event within a document. */
final class EventDocuments {
    static final String ID = "id";
    private static final String KIND = "kind";
    private static final String AT = "at";
    private static final String TOKEN = "token";

    private EventDocuments() {}

    static List<Document> write(List<Happened> events) {
        return events.stream().map(EventDocuments::write).toList();
    }

    static Document write(Happened happened) {
        return new DocumentWriter()
                .put(ID, new ObjectId())
                .put(KIND, happened.event().kind().number())
                .put(AT, happened.event().at())
                .put(Names.SERVICE, happened.service().value())
                .put(
                        Names.CLIENT,
                        happened.client() == null ? null : happened.client().value())
                .put(
                        Names.SUBJECT,
                        happened.subject() == null ? null : happened.subject().value())
                .put(TOKEN, happened.token() == null ? null : Keys.of(happened.token()))
                .document();
    }

    static EventLog.Pending read(Document document) {
        DocumentReader from = new DocumentReader(document);
        @Nullable Long client = from.numberOrNull(Names.CLIENT);
        @Nullable String subject = from.textOrNull(Names.SUBJECT);
        @Nullable Binary token = from.binaryOrNull(TOKEN);
        return new EventLog.Pending(
                Objects.requireNonNull(document.getObjectId(ID)).toHexString(),
                new Happened(
                        new Event(Event.Kind.of(from.integer(KIND)), from.instant(AT)),
                        new ServiceId(from.number(Names.SERVICE)),
                        client == null ? null : new ClientId(client),
                        subject == null ? null : new Subject(subject),
                        token == null ? null : Keys.tokenId(token)));
    }
}
