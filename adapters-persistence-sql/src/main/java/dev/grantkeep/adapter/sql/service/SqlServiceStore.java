package dev.grantkeep.adapter.sql.service;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.application.port.out.Page;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.Window;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import java.util.Optional;

// service (id, version, created_at, modified_at, removed_at, purge_marked_at, number, secret, derivation_key, settings,
// opaque). A removed service keeps its row, with removed_at, because its id must never be used again.
//   find, replace, remove  primary key (id)
//   list                   service_created (created_at, id)
/** The table {@code service}. */
@Singleton
final class SqlServiceStore implements ServiceStore {
    private static final String ADD = """
            insert into service (id, number, created_at, secret, derivation_key, settings, opaque, modified_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND =
            "select " + ServiceRowMapper.COLUMNS + " from service s where s.id = ? and s.removed_at is null";
    private static final String REPLACE = """
            update service
            set secret = ?, derivation_key = ?, settings = ?, opaque = ?, modified_at = ?, version = ?
            where id = ? and version = ? and removed_at is null
            """;
    private static final String REMOVE = """
            update service set removed_at = current_timestamp, purge_marked_at = current_timestamp
            where id = ? and removed_at is null
            """;
    private static final String LIST = "select p.total, " + ServiceRowMapper.COLUMNS + """
             from (
                select id, count(*) over () as total from service
                where removed_at is null
                order by created_at, id
                limit ? offset ?
            ) p
            join service s on s.id = p.id
            order by s.created_at, s.id
            """;

    private final Database database;
    private final ServiceRowMapper rows;

    SqlServiceStore(Database database, ServiceRowMapper rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Saved add(Service service) {
        return database.save(ADD, to -> {
            to.add(service.id()).add(service.number()).add(service.createdAt());
            rows.write(service, to);
        });
    }

    @Override
    public Optional<Service> find(ServiceId id) {
        return database.first(FIND, to -> to.add(id), rows::read);
    }

    @Override
    public Saved replace(Service service) {
        return database.save(REPLACE, to -> {
            rows.write(service, to);
            to.add(service.id()).addPrevious(service.version());
        });
    }

    @Override
    public boolean remove(ServiceId id) {
        return database.write(REMOVE, to -> to.add(id)) == 1;
    }

    @Override
    public Page<Service> list(Window window) {
        return database.page(LIST, to -> {}, window, rows::read);
    }
}
