package dev.grantkeep.adapter.sql.flow;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.document.RequestTree;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.TicketStore;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

// ticket (service_id, expires_at, hash, request).
//   find, take  primary key (hash, service_id)
/** The table {@code ticket}. */
@Singleton
final class SqlTicketStore implements TicketStore {
    private static final String ADD = "insert into ticket (hash, service_id, expires_at, request) values (?, ?, ?, ?)";
    private static final String FIND = """
            select k.hash, k.service_id, k.request, k.expires_at
            from ticket k
            join service s on s.id = k.service_id and s.removed_at is null
            where k.hash = ? and k.service_id = ?
            """;
    private static final String TAKE = """
            delete from ticket where hash = ? and service_id = ?
                and exists (select 1 from service s where s.id = ticket.service_id and s.removed_at is null)
            """;

    private final Database database;

    SqlTicketStore(Database database) {
        this.database = database;
    }

    @Override
    public Saved add(Ticket ticket) {
        return database.save(
                ADD,
                to -> to.add(ticket.hash())
                        .add(ticket.service())
                        .add(ticket.expiresAt())
                        .add(JsonText.write(RequestTree.of(ticket.request()))));
    }

    @Override
    public Optional<Ticket> find(ServiceId service, TokenHash hash) {
        return database.first(FIND, to -> to.add(hash).add(service), SqlTicketStore::read);
    }

    private static Ticket read(Row row) throws SQLException {
        return new Ticket(row.hash(), row.serviceId(), RequestTree.read(JsonText.read(row.text())), row.instant());
    }

    @Override
    public boolean take(ServiceId service, TokenHash hash) {
        return database.write(TAKE, to -> to.add(hash).add(service)) == 1;
    }
}
