package dev.grantkeep.adapter.sql.service;

import dev.grantkeep.adapter.sql.json.Json;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.common.Secret;
import dev.grantkeep.domain.common.Version;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;

/** Between services and their rows. */
@Singleton
final class ServiceRowMapper {
    private final Json json;

    ServiceRowMapper(Json json) {
        this.json = json;
    }

    ServiceRow toRow(Service service) {
        return new ServiceRow(
                service.id().value(),
                service.number(),
                service.secret().value(),
                service.secret().fingerprint(),
                service.derivationKey().value(),
                json.write(ServiceDocument.of(service.settings())),
                service.settings().opaque().json(),
                service.createdAt(),
                service.modifiedAt(),
                service.version().value());
    }

    Service toService(ServiceRow row) {
        return new Service(
                new ServiceId(row.id()),
                row.number(),
                new Secret(row.secret()),
                new Secret(row.derivationKey()),
                json.read(row.settings(), ServiceDocument.class).toSettings(new OpaqueMembers(row.opaque())),
                row.createdAt(),
                row.modifiedAt(),
                new Version(row.version()));
    }
}
