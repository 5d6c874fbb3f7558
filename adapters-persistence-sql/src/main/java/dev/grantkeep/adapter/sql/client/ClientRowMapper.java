package dev.grantkeep.adapter.sql.client;

import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.json.SettingsColumns;
import dev.grantkeep.application.document.FormerSettings;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Between clients and their rows. */
@Singleton
public final class ClientRowMapper {
    public static final String COLUMNS = """
            c.id, c.service_id, c.number, c.secret, c.developer, c.alias, \
            case when c.document_version = c.version then '' else c.settings end as settings, \
            case when c.document_version = c.version then '' else c.opaque end as opaque, \
            c.document, c.document_version, c.locked, c.generation, c.created_at, c.modified_at, c.version, c.seat""";

    private final ParsedSettings settings;

    ClientRowMapper(ParsedSettings settings) {
        this.settings = settings;
    }

    ClientRow toRow(Client client) {
        ClientSettings written = client.settings();
        SettingsColumns columns = SettingsColumns.of(written.members(), FormerSettings.OF_CLIENT);
        return new ClientRow(
                client.id().value(),
                client.service().value(),
                client.number(),
                client.secret().value(),
                written.developer(),
                written.alias() == null ? null : written.alias().value(),
                columns.settings(),
                columns.opaque(),
                columns.document(),
                client.version().value(),
                client.locked(),
                client.generation().value(),
                client.createdAt(),
                client.modifiedAt(),
                client.version().value(),
                client.seat());
    }

    Client toClient(ClientRow row) {
        return new Client(
                new ClientId(row.id()),
                new ServiceId(row.serviceId()),
                row.number(),
                new Secret(row.secret()),
                settings.of(row),
                row.locked(),
                new Generation(row.generation()),
                row.createdAt(),
                row.modifiedAt(),
                new Version(row.version()),
                row.seat());
    }

    /** From a row that begins with {@link #COLUMNS}, of a query without a repository. */
    public Client read(Row row) throws SQLException {
        return toClient(new ClientRow(
                row.number(),
                row.number(),
                row.integer(),
                row.text(),
                row.textOrNull(),
                row.textOrNull(),
                row.text(),
                row.text(),
                row.textOrNull(),
                row.numberOrNull(),
                row.flag(),
                row.number(),
                row.instant(),
                row.instant(),
                row.number(),
                row.integerOrNull()));
    }
}
