package dev.grantkeep.adapter.sql.service;

import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.json.Json;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.common.Secret;
import dev.grantkeep.domain.service.Service;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Between services and their rows. */
@Singleton
final class ServiceRowMapper {
    static final String COLUMNS =
            "s.id, s.number, s.secret, s.derivation_key, s.settings, s.opaque, s.created_at, s.modified_at, s.version";

    private final Json json;

    ServiceRowMapper(Json json) {
        this.json = json;
    }

    /** What can change: secret, derivation_key, settings, opaque, modified_at, version. */
    void write(Service service, Parameters to) throws SQLException {
        to.add(service.secret().value())
                .add(service.derivationKey().value())
                .add(json.write(ServiceDocument.of(service.settings())))
                .add(service.settings().opaque().json())
                .add(service.modifiedAt())
                .add(service.version());
    }

    Service read(Row row) throws SQLException {
        return new Service(
                row.serviceId(),
                row.integer(),
                new Secret(row.text()),
                new Secret(row.text()),
                json.read(row.text(), ServiceDocument.class).toSettings(new OpaqueMembers(row.text())),
                row.instant(),
                row.instant(),
                row.version());
    }
}
