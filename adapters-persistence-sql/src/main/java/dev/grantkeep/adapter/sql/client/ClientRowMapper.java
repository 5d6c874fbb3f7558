package dev.grantkeep.adapter.sql.client;

import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.json.Json;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.common.Generation;
import dev.grantkeep.domain.common.Secret;
import dev.grantkeep.domain.common.Version;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Between clients and their rows. */
@Singleton
public final class ClientRowMapper {
    public static final String COLUMNS =
            "c.id, c.service_id, c.number, c.secret, c.developer, c.alias, c.settings, c.opaque, c.locked, c.generation,"
                    + " c.created_at, c.modified_at, c.version, c.seat";

    private final Json json;
    private final ParsedSettings settings;

    ClientRowMapper(Json json, ParsedSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    ClientRow toRow(Client client) {
        ClientSettings written = client.settings();
        return new ClientRow(
                client.id().value(),
                client.service().value(),
                client.number(),
                client.secret().value(),
                written.developer(),
                written.alias() == null ? null : written.alias().value(),
                json.write(ClientDocument.of(written)),
                written.opaque().json(),
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
                row.flag(),
                row.number(),
                row.instant(),
                row.instant(),
                row.number(),
                row.integerOrNull()));
    }
}
