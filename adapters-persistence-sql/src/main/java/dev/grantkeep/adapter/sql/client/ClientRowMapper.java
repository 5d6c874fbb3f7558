package dev.grantkeep.adapter.sql.client;

import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.json.Json;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.common.Secret;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Between clients and their rows. */
@Singleton
public final class ClientRowMapper {
    public static final String COLUMNS =
            "c.id, c.service_id, c.number, c.secret, c.developer, c.alias, c.settings, c.opaque, c.locked, c.generation,"
                    + " c.created_at, c.modified_at, c.version";

    private final Json json;

    ClientRowMapper(Json json) {
        this.json = json;
    }

    /** What can change: secret, developer, alias, settings, opaque, locked, generation, modified_at, version. */
    void write(Client client, Parameters to) throws SQLException {
        ClientSettings settings = client.settings();
        to.add(client.secret().value())
                .add(settings.developer())
                .add(settings.alias() == null ? null : settings.alias().value())
                .add(json.write(ClientDocument.of(settings)))
                .add(settings.opaque().json())
                .add(client.locked())
                .add(client.generation())
                .add(client.modifiedAt())
                .add(client.version());
    }

    public Client read(Row row) throws SQLException {
        return new Client(
                row.clientId(),
                row.serviceId(),
                row.integer(),
                new Secret(row.text()),
                settings(row),
                row.flag(),
                row.generation(),
                row.instant(),
                row.instant(),
                row.version());
    }

    private ClientSettings settings(Row row) throws SQLException {
        @Nullable String developer = row.textOrNull();
        @Nullable String alias = row.textOrNull();
        ClientDocument document = json.read(row.text(), ClientDocument.class);
        return document.toSettings(developer, alias, new OpaqueMembers(row.text()));
    }
}
