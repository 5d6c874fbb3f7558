package dev.grantkeep.adapter.sql.service;

import dev.grantkeep.adapter.sql.json.SettingsColumns;
import dev.grantkeep.application.document.FormerSettings;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import jakarta.inject.Singleton;
import java.util.Map;

/** Between services and their rows. */
@Singleton
final class ServiceRowMapper {
    ServiceRow toRow(Service service) {
        SettingsColumns columns = SettingsColumns.of(service.settings().members(), FormerSettings.OF_SERVICE);
        return new ServiceRow(
                service.id().value(),
                service.number(),
                service.secret().value(),
                service.secret().fingerprint(),
                service.derivationKey().value(),
                columns.settings(),
                columns.opaque(),
                columns.document(),
                service.version().value(),
                service.createdAt(),
                service.modifiedAt(),
                service.version().value());
    }

    Service toService(ServiceRow row) {
        SettingsColumns columns =
                SettingsColumns.of(row.document(), row.documentVersion(), row.version(), row.settings(), row.opaque());
        return new Service(
                new ServiceId(row.id()),
                row.number(),
                new Secret(row.secret()),
                new Secret(row.derivationKey()),
                ServiceMembers.settings(columns.read(FormerSettings.OF_SERVICE, Map.of())),
                row.createdAt(),
                row.modifiedAt(),
                new Version(row.version()));
    }
}
