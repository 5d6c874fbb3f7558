package dev.grantkeep.adapter.mongo.flow;

import dev.grantkeep.adapter.mongo.bson.DetailDocuments;
import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.bson.PropertyDocuments;
import dev.grantkeep.adapter.mongo.bson.StandingDocuments;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** An authorization code. */
final class CodeDocuments {
    private static final String SCOPES = "scopes";
    private static final String REDIRECT_URI = "redirectUri";
    private static final String REDIRECT_URI_GIVEN = "redirectUriGiven";
    private static final String CHALLENGE = "challenge";
    private static final String PROPERTIES = "properties";
    private static final String DETAILS = "details";

    private CodeDocuments() {}

    static Document write(AuthorizationCode code) {
        DocumentWriter to = new DocumentWriter()
                .put(Names.ID, Keys.of(code.hash(), code.service()))
                .put(Names.SERVICE, code.service().value())
                .put(Names.CLIENT, code.client().value())
                .put(Names.SUBJECT, code.subject().value())
                .put(Names.HEAD, Keys.of(grantKey(code)))
                .put(SCOPES, code.scopes());
        StandingDocuments.write(code.standing(), to);
        return to.put(REDIRECT_URI, code.redirectUri())
                .putFlag(REDIRECT_URI_GIVEN, code.redirectUriGiven())
                .put(CHALLENGE, ChallengeDocuments.write(code.challenge()))
                .putList(PROPERTIES, PropertyDocuments.write(code.properties()))
                .put(DETAILS, DetailDocuments.write(code.details()))
                .put(Names.CREATED_AT, code.createdAt())
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
                new ClientId(from.number(Names.CLIENT)),
                new Subject(from.text(Names.SUBJECT)),
                from.scopes(SCOPES),
                StandingDocuments.read(from),
                from.text(REDIRECT_URI),
                from.flag(REDIRECT_URI_GIVEN),
                ChallengeDocuments.read(from, CHALLENGE),
                PropertyDocuments.read(from, PROPERTIES),
                DetailDocuments.read(from, DETAILS),
                from.instant(Names.CREATED_AT),
                from.instant(Names.EXPIRES_AT),
                redeemedAs == null ? null : Keys.tokenId(redeemedAs));
    }

    static GrantKey grantKey(AuthorizationCode code) {
        return new GrantKey(code.service(), code.client(), code.subject());
    }

    private static @Nullable Binary tokenKey(@Nullable TokenId id) {
        return id == null ? null : Keys.of(id);
    }
}
