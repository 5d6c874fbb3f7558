package dev.grantkeep.adapter.sql.client;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.Page;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.Window;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

// client (id, service_id, version, generation, created_at, modified_at, removed_at, purge_marked_at, number, locked,
// secret, alias, developer, settings, opaque). A removed client's row stays until its tokens and heads are reclaimed.
//   find, serviceOf, replace, remove  primary key (id)
//   findByAlias                       client_alias (service_id, alias), unique
//   list                              client_created (service_id, created_at, id)
//   list of a developer               client_developer (service_id, developer, created_at, id)
/** The table {@code client}. */
@Singleton
final class SqlClientStore implements ClientStore {
    /** Clients that are there, of services that are there. */
    private static final String PRESENT = """
             from client c
            join service s on s.id = c.service_id and s.removed_at is null
            where c.removed_at is null
            """;

    private static final String ADD = """
            insert into client (id, service_id, number, created_at,
                secret, developer, alias, settings, opaque, locked, generation, modified_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND =
            "select " + ClientRowMapper.COLUMNS + PRESENT + " and c.id = ? and c.service_id = ?";
    private static final String FIND_BY_ALIAS =
            "select " + ClientRowMapper.COLUMNS + PRESENT + " and c.service_id = ? and c.alias = ?";
    private static final String SERVICE_OF = "select c.service_id" + PRESENT + " and c.id = ?";
    private static final String REPLACE = """
            update client
            set purge_marked_at = case when generation = ? then purge_marked_at else ? end, secret = ?, developer = ?,
                alias = ?, settings = ?, opaque = ?, locked = ?, generation = ?, modified_at = ?, version = ?
            where id = ? and service_id = ? and version = ? and removed_at is null
            """;
    private static final String REMOVE = """
            update client set removed_at = current_timestamp, purge_marked_at = current_timestamp, alias = null
            where id = ? and service_id = ? and removed_at is null
                and exists (select 1 from service s where s.id = client.service_id and s.removed_at is null)
            """;
    private static final String LIST = list("");
    private static final String LIST_OF_DEVELOPER = list(" and c.developer = ?");

    private final Database database;
    private final ClientRowMapper rows;

    SqlClientStore(Database database, ClientRowMapper rows) {
        this.database = database;
        this.rows = rows;
    }

    private static String list(String condition) {
        return "select p.total, " + ClientRowMapper.COLUMNS + " from (select c.id, count(*) over () as total" + PRESENT
                + " and c.service_id = ?" + condition
                + """
                 order by c.created_at, c.id limit ? offset ?
                ) p
                join client c on c.id = p.id
                order by c.created_at, c.id
                """;
    }

    @Override
    public Saved add(Client client) {
        return database.save(ADD, to -> {
            to.add(client.id()).add(client.service()).add(client.number()).add(client.createdAt());
            rows.write(client, to);
        });
    }

    @Override
    public Optional<Client> find(ServiceId service, ClientId id) {
        return database.first(FIND, to -> to.add(id).add(service), rows::read);
    }

    @Override
    public Optional<Client> findByAlias(ServiceId service, ClientAlias alias) {
        return database.first(FIND_BY_ALIAS, to -> to.add(service).add(alias.value()), rows::read);
    }

    @Override
    public Optional<ServiceId> serviceOf(ClientId id) {
        return database.first(SERVICE_OF, to -> to.add(id), Row::serviceId);
    }

    @Override
    public Saved replace(Client client) {
        return database.save(REPLACE, to -> {
            to.add(client.generation()).add(client.modifiedAt());
            rows.write(client, to);
            to.add(client.id()).add(client.service()).addPrevious(client.version());
        });
    }

    @Override
    public boolean remove(ServiceId service, ClientId id) {
        return database.write(REMOVE, to -> to.add(id).add(service)) == 1;
    }

    @Override
    public Page<Client> list(ServiceId service, @Nullable String developer, Window window) {
        return developer == null
                ? database.page(LIST, to -> to.add(service), window, rows::read)
                : database.page(LIST_OF_DEVELOPER, to -> to.add(service).add(developer), window, rows::read);
    }
}
