package dev.grantkeep.adapter.mongo.grant;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.GrantedScopes;
import dev.grantkeep.domain.grant.Rewrite;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A grant head. */
public final class HeadDocuments {
    static final String GRANTED = "granted";
    private static final String REWRITE_NUMBER = "rewriteNumber";
    private static final String REWRITE_SCOPES = "rewriteScopes";
    private static final String LATEST = "latest";
    private static final String MERGED = "merged";

    private HeadDocuments() {}

    static Document write(GrantHead head) {
        GrantKey key = head.key();
        return new DocumentWriter()
                .put(Names.ID, Keys.of(key))
                .put(Names.SERVICE, key.service().value())
                .put(Names.CLIENT, key.client().value())
                .put(Names.SUBJECT, key.subject().value())
                .put(Names.VERSION, head.version().value())
                .put(Names.GENERATION, head.generation().value())
                .put(
                        Names.CODE_GENERATION,
                        head.codeGeneration().equals(head.generation())
                                ? null
                                : head.codeGeneration().value())
                .put(REWRITE_NUMBER, head.rewrite().number())
                .put(REWRITE_SCOPES, head.rewrite().scopes())
                .put(GRANTED, write(head.granted()))
                .put(Names.CREATED_AT, head.createdAt())
                .put(Names.MODIFIED_AT, head.modifiedAt())
                .put(Names.LOOK_AT, head.granted() == null ? head.modifiedAt().plus(GrantHead.LINGER) : null)
                .document();
    }

    static GrantHead read(Document document) {
        DocumentReader from = new DocumentReader(document);
        return new GrantHead(
                new GrantKey(
                        new ServiceId(from.number(Names.SERVICE)),
                        new ClientId(from.number(Names.CLIENT)),
                        new Subject(from.text(Names.SUBJECT))),
                new Generation(from.number(Names.GENERATION)),
                readCodeGeneration(from),
                readRewrite(from),
                readGranted(from),
                from.instant(Names.CREATED_AT),
                from.instant(Names.MODIFIED_AT),
                new Version(from.number(Names.VERSION)));
    }

    /** What a token or code needs to know of its head. */
    public static HeadState readState(Document document) {
        DocumentReader from = new DocumentReader(document);
        return new HeadState(
                new Generation(from.number(Names.GENERATION)), readCodeGeneration(from), readRewrite(from));
    }

    private static Generation readCodeGeneration(DocumentReader from) {
        @Nullable Long own = from.numberOrNull(Names.CODE_GENERATION);
        return new Generation(own == null ? from.number(Names.GENERATION) : own);
    }

    private static Rewrite readRewrite(DocumentReader from) {
        return new Rewrite(from.integer(REWRITE_NUMBER), from.scopes(REWRITE_SCOPES));
    }

    private static @Nullable Document write(@Nullable GrantedScopes granted) {
        return granted == null
                ? null
                : new DocumentWriter()
                        .put(LATEST, granted.latest())
                        .put(MERGED, granted.merged())
                        .put(Names.MODIFIED_AT, granted.modifiedAt())
                        .document();
    }

    private static @Nullable GrantedScopes readGranted(DocumentReader from) {
        @Nullable DocumentReader granted = from.partOrNull(GRANTED);
        return granted == null
                ? null
                : new GrantedScopes(granted.scopes(LATEST), granted.scopes(MERGED), granted.instant(Names.MODIFIED_AT));
    }
}
