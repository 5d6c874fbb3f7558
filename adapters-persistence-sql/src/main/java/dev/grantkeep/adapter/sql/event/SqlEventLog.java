package dev.grantkeep.adapter.sql.event;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.application.port.out.EventLog;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

// event (service_id, id, happened_at, client_id, token_id, kind, subject), by its primary key (service_id, id).
/** The table {@code event}. */
@Singleton
final class SqlEventLog implements EventLog {
    private static final String PENDING = """
            select id, happened_at, client_id, token_id, kind, subject from event
            where service_id = ? order by id limit ?
            """;
    private static final String ACKNOWLEDGE = "delete from event where service_id = ? and id = any(?)";

    private final Database database;

    SqlEventLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Pending> pending(ServiceId service, int limit) {
        return database.all(PENDING, to -> to.add(service).add(limit), row -> read(service, row));
    }

    @Override
    public void acknowledge(ServiceId service, Collection<Pending> told) {
        List<Long> ids = told.stream().map(Pending::eventId).map(Long::valueOf).toList();
        database.write(ACKNOWLEDGE, to -> to.add(service).addNumbers(ids));
    }

    private static Pending read(ServiceId service, Row row) throws SQLException {
        String id = Long.toString(row.number());
        Instant at = row.instant();
        @Nullable Long client = row.numberOrNull();
        @Nullable TokenId token = row.tokenIdOrNull();
        Event event = new Event(Event.Kind.of(row.integer()), at);
        return new Pending(
                id,
                new Happened(event, service, client == null ? null : new ClientId(client), row.subjectOrNull(), token));
    }
}
