package dev.grantkeep.adapter.mongo.event;

import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.application.port.out.Happened;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Notes what happened in the document of the state that it led to, by the write of that state: both are done or neither.
 * There it stays until it is told ({@link MongoEventLog}). Where events are switched off, nothing is noted.
 */
@Singleton
public final class EventNotes {
    private final boolean on;

    EventNotes(@Value("${grantkeep.events:false}") boolean on) {
        this.on = on;
    }

    public boolean areOn() {
        return on;
    }

    /** The same document with what happened. */
    public Document in(Document document, List<Happened> events) {
        return in(document, events, List.of());
    }

    /** What is left of a removed document, with what is pending of it and what happened now. */
    public Document in(Document rest, Document removed, Happened event) {
        return in(rest, List.of(event), removed.getList(Names.EVENTS, Document.class, List.of()));
    }

    private Document in(Document document, List<Happened> events, List<Document> pending) {
        List<Document> all = new ArrayList<>(pending);
        if (on) {
            events.stream().map(EventDocuments::write).forEach(all::add);
        }
        return all.isEmpty() ? document : document.append(Names.EVENTS, all);
    }

    /**
     * The write of the next state, with what happened; fields that the state does not know stay.
     *
     * @param optional the fields that are removed if the document does not have them
     */
    public Bson update(Document next, List<Happened> events, String... optional) {
        Document set = new Document(next);
        set.remove(Names.ID);
        Document unset = new Document();
        Arrays.stream(optional).filter(name -> next.get(name) == null).forEach(name -> unset.append(name, ""));
        Document update = new Document("$set", set);
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        return on && !events.isEmpty()
                ? update.append(
                        "$push", new Document(Names.EVENTS, new Document("$each", EventDocuments.write(events))))
                : update;
    }
}
