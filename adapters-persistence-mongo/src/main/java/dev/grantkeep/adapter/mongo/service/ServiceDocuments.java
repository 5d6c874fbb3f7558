package dev.grantkeep.adapter.mongo.service;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.bson.SettingsDocuments;
import dev.grantkeep.application.document.FormerSettings;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import org.bson.Document;
import org.bson.types.Binary;

/** A service. */
final class ServiceDocuments {
    private static final String NUMBER = "number";
    private static final String SECRET = "secret";
    private static final String DERIVATION_KEY = "derivationKey";

    private ServiceDocuments() {}

    static Document write(Service service) {
        DocumentWriter to = new DocumentWriter()
                .put(Names.ID, service.id().value())
                .put(Names.VERSION, service.version().value())
                .put(NUMBER, service.number())
                .put(SECRET, service.secret().value())
                .put(Names.SECRET_HASH, new Binary(service.secret().fingerprint()))
                .put(DERIVATION_KEY, service.derivationKey().value())
                .put(Names.CREATED_AT, service.createdAt())
                .put(Names.MODIFIED_AT, service.modifiedAt());
        SettingsDocuments.write(to, service.settings().members(), service.version(), FormerSettings.OF_SERVICE);
        return to.document();
    }

    static Service read(Document document) {
        DocumentReader from = new DocumentReader(document);
        return new Service(
                new ServiceId(from.number(Names.ID)),
                from.integer(NUMBER),
                new Secret(from.text(SECRET)),
                new Secret(from.text(DERIVATION_KEY)),
                ServiceMembers.settings(SettingsDocuments.read(document, FormerSettings.OF_SERVICE)),
                from.instant(Names.CREATED_AT),
                from.instant(Names.MODIFIED_AT),
                new Version(from.number(Names.VERSION)));
    }
}
