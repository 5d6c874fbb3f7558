package dev.grantkeep.adapter.mongo.bson;

import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.value.Generation;
import org.jspecify.annotations.Nullable;

/** A standing as {@code clientGeneration, generation, rewriteNumber}; the latter two absent without a subject. */
public final class StandingDocuments {
    private static final String REWRITE_NUMBER = "rewriteNumber";

    private StandingDocuments() {}

    public static void write(Standing standing, DocumentWriter to) {
        to.put(Names.CLIENT_GENERATION, standing.client().value());
        @Nullable GrantStanding grant = standing.grant();
        if (grant != null) {
            to.put(Names.GENERATION, grant.generation().value()).put(REWRITE_NUMBER, grant.rewriteNumber());
        }
    }

    public static Standing read(DocumentReader from) {
        Generation client = new Generation(from.number(Names.CLIENT_GENERATION));
        @Nullable Long generation = from.numberOrNull(Names.GENERATION);
        return new Standing(
                client,
                generation == null
                        ? null
                        : new GrantStanding(new Generation(generation), from.integer(REWRITE_NUMBER)));
    }
}
