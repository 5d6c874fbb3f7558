package dev.grantkeep.adapter.sql.event;

import dev.grantkeep.adapter.sql.data.Repositories;
import dev.grantkeep.adapter.sql.jdbc.Binding;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.IntSupplier;

/** Writes rows with what happened by that: both or neither. Where events are switched off, the rows alone. */
@Singleton
public final class EventWriting {
    private static final String ADD =
            "insert into event (service_id, happened_at, client_id, token_id, kind, subject) values (?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final TransactionOperations<Connection> repositories;
    private final boolean on;

    EventWriting(
            Database database,
            TransactionOperations<Connection> repositories,
            @Value("${grantkeep.events:false}") boolean on) {
        this.database = database;
        this.repositories = repositories;
        this.on = on;
    }

    /** Whether the writes that this happens by need a transaction for it. */
    public boolean concerns(Collection<Happened> events) {
        return on && !events.isEmpty();
    }

    /** In the transaction of the rows. */
    public void write(Session session, Collection<Happened> events) throws SQLException {
        if (on) {
            session.writeEach(ADD, events, EventWriting::bind);
        }
    }

    /** A write of one row. */
    public Saved save(String sql, Binding binding, List<Happened> events) {
        return concerns(events)
                ? database.save(
                        sql,
                        events,
                        (to, same) -> binding.to(to),
                        (session, written) -> write(session, written.isEmpty() ? List.of() : events))
                : database.save(sql, binding);
    }

    /**
     * The same by a repository.
     *
     * @param repository returns how many rows were written
     */
    public Saved save(IntSupplier repository, List<Happened> events) {
        return Repositories.save(
                concerns(events)
                        ? () -> repositories.executeWrite(status -> {
                            int count = repository.getAsInt();
                            if (count == 1) {
                                Database.write(status.getConnection(), ADD, to -> bind(to, events.get(0)));
                            }
                            return count;
                        })
                        : repository);
    }

    private static void bind(Parameters to, Happened happened) throws SQLException {
        to.add(happened.service()).add(happened.event().at());
        to.add(happened.client()).add(happened.token());
        to.add(happened.event().kind().number()).add(happened.subject());
    }
}
