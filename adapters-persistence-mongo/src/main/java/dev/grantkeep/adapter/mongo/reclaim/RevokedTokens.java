package dev.grantkeep.adapter.mongo.reclaim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

// grant_head: reclaim (reclaimAt); token: pair (service, client, head, generation, …); step: owner.
/**
 * Removes the token records and steps of generations that their heads had before. What carries a generation that the head
 * does not have yet is never among them: a single token is stored before the head moves to it.
 */
@Singleton
final class RevokedTokens {
    private static final List<String> TOKENS = List.of(Collections.TOKEN);
    private static final List<String> STEPS = List.of(Collections.STEP);

    private final DueDocuments due;
    private final Removal removal;
    private final Marks marks;

    RevokedTokens(Database database, Removal removal, Marks marks) {
        due = new DueDocuments(database, Collections.GRANT_HEAD, Names.RECLAIM_AT);
        this.removal = removal;
        this.marks = marks;
    }

    int reclaim(Instant now, int limit) {
        return due.reclaim(now, limit, this::reclaim);
    }

    private int reclaim(Document head, int limit) {
        List<Long> former = Marks.former(head);
        Bson deadTokens = carrying(head, former);
        Bson deadSteps = carrying(head, formerOfCodes(head, former));
        int removed = removal.remove(TOKENS, deadTokens, limit);
        removed += removal.remove(STEPS, deadSteps, limit - removed);
        if (removed < limit && removal.isClear(TOKENS, deadTokens) && removal.isClear(STEPS, deadSteps)) {
            marks.settle(Collections.GRANT_HEAD, EmptyGrants.at(head), head);
        }
        return removed;
    }

    /** A generation that tokens had before may be that of the codes still. */
    private static List<Long> formerOfCodes(Document head, List<Long> former) {
        Long ofCodes = head.getLong(Names.CODE_GENERATION);
        return former.stream().filter(one -> !one.equals(ofCodes)).toList();
    }

    private static Bson carrying(Document head, List<Long> generations) {
        return and(
                eq(Names.SERVICE, head.get(Names.SERVICE)),
                eq(Names.CLIENT, head.get(Names.CLIENT)),
                eq(Names.HEAD, head.get(Names.ID)),
                in(Names.GENERATION, generations));
    }
}
