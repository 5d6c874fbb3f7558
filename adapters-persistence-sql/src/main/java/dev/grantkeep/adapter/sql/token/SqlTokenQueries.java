package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenInContext;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Objects;

// Each begins with what makes a token count: the heads of a subject, or the client or clients.
//   of a subject            grant_head's primary key (service_id, subject, client_id), then token_pair
//   of a client             client_of_service (id, service_id), then token_pair (service_id, client_id,
// client_generation,
//                           …)
//   of a service            client_created (service_id, …), then token_pair
//   count of a client       as the list
/** Lists and counts from the table {@code token}. */
@Singleton
final class SqlTokenQueries implements TokenQueries {
    private static final String COUNT =
            "select count(*)" + TokenSelection.OF_CLIENTS + TokenSelection.NOT_REVOKED + " and c.id = ?";

    private final Database database;

    SqlTokenQueries(Database database) {
        this.database = database;
    }

    @Override
    public Page<TokenInContext> list(Selection selection, Window window) {
        return database.page(
                TokenSelection.page(selection),
                to -> TokenSelection.write(selection, to),
                window,
                to -> to.add(selection.service()),
                this::present);
    }

    private TokenInContext present(Row row) throws SQLException {
        return Objects.requireNonNull(TokenRowMapper.readInContext(row));
    }

    @Override
    public int count(ServiceId service, ClientId client) {
        return database.count(COUNT, to -> to.add(service).add(service).add(client));
    }
}
