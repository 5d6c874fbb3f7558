package dev.grantkeep.adapter.mongo.bson;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.value.Generation;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The next state of a head or client, which has a generation. If the generation is new, the old one is noted in the same
 * write as what can be reclaimed.
 */
public final class State {
    /** More are not noted: what carries an older generation is reclaimed when it expires. */
    private static final int MOST_FORMER = -1_000;

    private final Bson previous;
    private final Generation generation;
    private final long codeGeneration;
    private final Date since;
    private final Bson write;

    /**
     * @param previous matches the stored state that may be replaced
     * @param write of that document
     */
    public State(Bson previous, Generation generation, Document document, Bson write) {
        this.previous = previous;
        this.generation = generation;
        @Nullable Long ofCodes = document.getLong(Names.CODE_GENERATION);
        codeGeneration = ofCodes == null ? generation.value() : ofCodes;
        since = document.getDate(Names.MODIFIED_AT);
        this.write = write;
    }

    /** One conditional write; two if the generation is new, of which one does nothing. */
    public Saved replaceIn(MongoCollection<Document> documents) {
        Bson sameGeneration = Filters.and(previous, Filters.eq(Names.GENERATION, generation.value()));
        return isWritten(documents, sameGeneration, write) || isSucceeded(documents) ? Saved.SAVED : Saved.STALE;
    }

    private boolean isSucceeded(MongoCollection<Document> documents) {
        @Nullable
        Document stored = documents
                .find(previous)
                .projection(Projections.include(Names.GENERATION, Names.CODE_GENERATION))
                .first();
        return stored != null && isWritten(documents, previous, succeeding(left(stored)));
    }

    /** The generations that the stored state has and the next does not. */
    private List<Long> left(Document stored) {
        Long generationLeft = stored.getLong(Names.GENERATION);
        @Nullable Long ofCodes = stored.getLong(Names.CODE_GENERATION);
        return ofCodes == null || ofCodes == codeGeneration
                ? List.of(generationLeft)
                : List.of(generationLeft, ofCodes);
    }

    private Bson succeeding(List<Long> former) {
        return Updates.combine(
                write,
                Updates.pushEach(Names.FORMER, former, new PushOptions().slice(MOST_FORMER)),
                Updates.set(Names.RECLAIM_AT, since));
    }

    private static boolean isWritten(MongoCollection<Document> documents, Bson filter, Bson write) {
        return documents.updateOne(filter, write).getMatchedCount() > 0;
    }
}
