package dev.grantkeep.adapter.mongo.flow;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.bson.StandingDocuments;
import dev.grantkeep.adapter.mongo.bson.Trees;
import dev.grantkeep.application.document.RequestTree;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.ResponseMode;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** An authorization code. */
final class CodeDocuments {
    private static final String SCOPES = "scopes";
    private static final String REQUEST = "request";

    private CodeDocuments() {}

    static Document write(AuthorizationCode code) {
        DocumentWriter to = new DocumentWriter()
                .put(Names.ID, Keys.of(code.hash(), code.service()))
                .put(Names.SERVICE, code.service().value())
                .put(Names.CLIENT, code.client().value())
                .put(Names.SUBJECT, code.subject().value())
                .put(Names.HEAD, Keys.of(code.grantKey()))
                .put(SCOPES, code.scopes());
        StandingDocuments.write(code.standing(), to);
        to.put(REQUEST, Trees.document(RequestTree.of(code.request())));
        Trees.write(code.properties(), code.details(), to);
        return to.put(Names.CREATED_AT, code.createdAt())
                .put(Names.EXPIRES_AT, code.expiresAt())
                .put(Names.REDEEMED_AS, tokenKey(code.redeemedAs()))
                .document();
    }

    static AuthorizationCode read(Document document) {
        DocumentReader from = new DocumentReader(document);
        @Nullable Binary redeemedAs = from.binaryOrNull(Names.REDEEMED_AS);
        return new AuthorizationCode(
                Keys.hash(from.binary(Names.ID)),
                new ServiceId(from.number(Names.SERVICE)),
                request(document),
                new Subject(from.text(Names.SUBJECT)),
                from.scopes(SCOPES),
                StandingDocuments.read(from),
                Trees.properties(from),
                Trees.details(from),
                from.instant(Names.CREATED_AT),
                from.instant(Names.EXPIRES_AT),
                redeemedAs == null ? null : Keys.tokenId(redeemedAs));
    }

    /** A code of before has only the parts of its request that are needed to redeem it, beside its own. */
    private static AuthorizationRequest request(Document code) {
        Map<String, Object> tree = new DocumentReader(code).tree(REQUEST);
        return RequestTree.read(
                tree.isEmpty()
                        ? new Document(code)
                                .append("responseType", ResponseType.CODE.name())
                                .append("responseMode", ResponseMode.QUERY.name())
                        : tree);
    }

    private static @Nullable Binary tokenKey(@Nullable TokenId id) {
        return id == null ? null : Keys.of(id);
    }
}
