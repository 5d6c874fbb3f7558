package dev.grantkeep.adapter.mongo.flow;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndDeleteOptions;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.grant.StoredHeads;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.out.CodeStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeInContext;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

// authorization_code { _id: hash + service, service, client, subject, head: "service/client/subject", scopes,
//                      clientGeneration, generation?, rewriteNumber?, request, properties?, details?, createdAt,
// expiresAt, redeemedAs?: token id }
// Sharded by { _id: "hashed" }; every query is by _id, and the head's by its own.
/** The collection {@code authorization_code}. */
@Singleton
final class MongoCodeStore implements CodeStore {
    private final Database database;
    private final StoredHeads heads;

    MongoCodeStore(Database database, StoredHeads heads) {
        this.database = database;
        this.heads = heads;
    }

    @Override
    public Saved add(AuthorizationCode code) {
        return database.add(Collections.CODE, CodeDocuments.write(code));
    }

    /** The code is read first: what is revoked between the two reads can only be seen, and never missed. */
    @Override
    public Optional<CodeInContext> find(ServiceId service, TokenHash hash) {
        return code(service, hash)
                .map(code ->
                        new CodeInContext(code, heads.state(code.grantKey()).orElse(null)));
    }

    @Override
    public boolean redeem(ServiceId service, TokenHash hash, TokenId token) {
        Bson pending = and(at(service, hash), Filter.absent(Names.REDEEMED_AS));
        return database.call(
                Collections.CODE,
                codes -> codes.updateOne(pending, set(Names.REDEEMED_AS, Keys.of(token)))
                                .getMatchedCount()
                        > 0);
    }

    @Override
    public boolean remove(ServiceId service, TokenHash hash) {
        Optional<Document> removed = database.call(
                Collections.CODE,
                codes -> Optional.ofNullable(codes.findOneAndDelete(
                        at(service, hash), new FindOneAndDeleteOptions().projection(include(Names.HEAD)))));
        removed.ifPresent(code -> heads.mark(List.of(code.getString(Names.HEAD))));
        return removed.isPresent();
    }

    private Optional<AuthorizationCode> code(ServiceId service, TokenHash hash) {
        return database.call(
                Collections.CODE,
                codes -> Optional.ofNullable(codes.find(at(service, hash)).first())
                        .map(CodeDocuments::read));
    }

    private static Bson at(ServiceId service, TokenHash hash) {
        return eq(Names.ID, Keys.of(hash, service));
    }
}
