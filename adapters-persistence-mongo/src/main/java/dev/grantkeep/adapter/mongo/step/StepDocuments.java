package dev.grantkeep.adapter.mongo.step;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.bson.StandingDocuments;
import dev.grantkeep.adapter.mongo.bson.Trees;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.value.Version;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A step. */
final class StepDocuments {
    private static final String KIND = "kind";
    static final String PAYLOAD = "payload";

    private StepDocuments() {}

    static Document write(Step step) {
        StepKey<?> key = step.key();
        DocumentWriter to = new DocumentWriter()
                .put(Names.ID, Keys.of(key))
                .put(Names.SERVICE, key.service().value())
                .put(KIND, key.kind().number())
                .put(
                        Names.SECOND_KEY,
                        step.secondHash() == null ? null : Keys.of(key.kind().key(key.service(), step.secondHash())));
        writeOwner(step, to);
        return to.put(Names.EXPIRES_AT, step.expiresAt())
                .put(Names.SETTLED_AS, step.settledAs() == null ? null : Keys.of(step.settledAs()))
                .put(PAYLOAD, payload(step))
                .put(Names.VERSION, step.version().value())
                .document();
    }

    private static void writeOwner(Step step, DocumentWriter to) {
        Step.Owner owner = step.owner();
        @Nullable GrantKey grant = step.grantKey();
        to.put(Names.CLIENT, owner.client() == null ? null : owner.client().value())
                .put(
                        Names.SUBJECT,
                        owner.subject() == null ? null : owner.subject().value())
                .put(Names.HEAD, grant == null ? null : Keys.of(grant));
        if (owner.standing() != null) {
            StandingDocuments.write(owner.standing(), to);
        }
    }

    /**
     * @param like a key of the same kind and service
     */
    static Step read(StepKey<?> like, Document document) {
        DocumentReader from = new DocumentReader(document);
        @Nullable Binary second = from.binaryOrNull(Names.SECOND_KEY);
        return new Step(
                like.kind().key(like.service(), Keys.hash(from.binary(Names.ID))),
                second == null ? null : Keys.hash(second),
                readOwner(from),
                from.instant(Names.EXPIRES_AT),
                token(from, Names.SETTLED_AS),
                from.tree(PAYLOAD),
                version(from));
    }

    /** The update that gives a step another owner, payload and version. An owner only becomes known better. */
    static Bson replacement(Step next) {
        DocumentWriter to = new DocumentWriter();
        writeOwner(next, to);
        return new Document(
                "$set",
                to.put(PAYLOAD, payload(next))
                        .put(Names.VERSION, next.version().value())
                        .document());
    }

    private static Version version(DocumentReader from) {
        @Nullable Long version = from.numberOrNull(Names.VERSION);
        return version == null ? Version.FIRST : new Version(version);
    }

    static Document payload(Step step) {
        return Trees.document(step.payload());
    }

    /** One of the release before, whose members stood beside each other. */
    static <T> Step readFormer(StepKey<T> key, Document document) {
        DocumentReader from = new DocumentReader(document);
        Document payload = new Document(document);
        payload.computeIfPresent(
                Names.CREATED_AT, (name, date) -> from.instant(Names.CREATED_AT).toEpochMilli());
        return key.kind()
                .toStep(key.kind()
                        .read(new Step(
                                key,
                                null,
                                readOwner(from),
                                from.instant(Names.EXPIRES_AT),
                                token(from, Names.REDEEMED_AS),
                                payload)));
    }

    private static Step.Owner readOwner(DocumentReader from) {
        @Nullable Long client = from.numberOrNull(Names.CLIENT);
        @Nullable String subject = from.textOrNull(Names.SUBJECT);
        return new Step.Owner(
                client == null ? null : new ClientId(client),
                subject == null ? null : new Subject(subject),
                from.numberOrNull(Names.CLIENT_GENERATION) == null ? null : StandingDocuments.read(from));
    }

    private static @Nullable TokenId token(DocumentReader from, String name) {
        @Nullable Binary key = from.binaryOrNull(name);
        return key == null ? null : Keys.tokenId(key);
    }
}
