package dev.grantkeep.adapter.mongo.client;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.bson.SettingsDocuments;
import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.application.document.FormerSettings;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.ClientState;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A client. */
public final class ClientDocuments {
    static final String LOCKED = "locked";
    private static final String NUMBER = "number";
    static final String SEAT = "seat";
    private static final String SECRET = "secret";

    private ClientDocuments() {}

    static Document write(Client client) {
        DocumentWriter to = new DocumentWriter()
                .put(Names.ID, client.id().value())
                .put(Names.SERVICE, client.service().value())
                .put(Names.VERSION, client.version().value())
                .put(Names.GENERATION, client.generation().value())
                .put(LOCKED, (Object) client.locked())
                .put(NUMBER, client.number())
                .put(SECRET, client.secret().value())
                .put(Names.ALIAS_KEY, aliasKey(client))
                .put(SEAT, client.seat())
                .put(Names.SEAT_KEY, seatKey(client))
                .put(Names.CREATED_AT, client.createdAt())
                .put(Names.MODIFIED_AT, client.modifiedAt());
        SettingsDocuments.write(to, client.settings().members(), client.version(), FormerSettings.OF_CLIENT);
        return to.document();
    }

    public static Client read(Document document) {
        DocumentReader from = new DocumentReader(document);
        return new Client(
                new ClientId(from.number(Names.ID)),
                new ServiceId(from.number(Names.SERVICE)),
                from.integer(NUMBER),
                new Secret(from.text(SECRET)),
                ClientMembers.settings(SettingsDocuments.read(document, FormerSettings.OF_CLIENT)),
                from.flag(LOCKED),
                new Generation(from.number(Names.GENERATION)),
                from.instant(Names.CREATED_AT),
                from.instant(Names.MODIFIED_AT),
                new Version(from.number(Names.VERSION)),
                from.integerOrNull(SEAT));
    }

    /** What a token needs to know of its client. */
    public static ClientState readState(Document document) {
        DocumentReader from = new DocumentReader(document);
        return new ClientState(
                new Generation(from.number(Names.GENERATION)),
                from.flag(LOCKED),
                new Version(from.number(Names.VERSION)));
    }

    private static @Nullable String seatKey(Client client) {
        @Nullable String developer = client.settings().developer();
        return client.seat() == null || developer == null ? null : Keys.of(client.service(), client.seat(), developer);
    }

    static @Nullable String aliasKey(Client client) {
        @Nullable ClientAlias alias = client.settings().alias();
        return alias == null ? null : Keys.of(client.service(), alias);
    }
}
