package dev.grantkeep.adapter.sql.grant;

import dev.grantkeep.adapter.sql.client.ClientRowMapper;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.Page;
import dev.grantkeep.application.port.out.Window;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

// Joins the subject's heads to their clients, and keeps those with a token. That is a scalar subquery, not EXISTS,
// which
// PostgreSQL would turn into a join that may look at every old token of a pair.
//   grant_head  primary key (service_id, subject, client_id)
//   client      primary key (id)
//   token       token_pair (client_id, client_generation, subject, generation), index-only
/** The clients of a subject, from the table {@code grant_head}. */
@Singleton
final class SqlAuthorizedClients implements AuthorizedClients {
    private static final String LIST = list("");
    private static final String LIST_OF_DEVELOPER = list("and c.developer = ?");

    private final Database database;
    private final ClientRowMapper rows;

    SqlAuthorizedClients(Database database, ClientRowMapper rows) {
        this.database = database;
        this.rows = rows;
    }

    private static String list(String condition) {
        return "select p.total, " + ClientRowMapper.COLUMNS + """
                 from (
                    select c.id, count(*) over () as total
                    from service s
                    join grant_head h on h.service_id = s.id
                    join client c on c.id = h.client_id and c.service_id = h.service_id and c.removed_at is null
                    where s.id = ? and s.removed_at is null and h.subject = ?
                        and (select t.client_id from token t
                            where t.client_id = h.client_id and t.client_generation = c.generation
                                and t.subject = h.subject and t.generation = h.generation
                            limit 1) is not null
                """ + condition + """
                     order by c.created_at, c.id
                    limit ? offset ?
                ) p
                join client c on c.id = p.id
                order by c.created_at, c.id
                """;
    }

    @Override
    public Page<Client> list(ServiceId service, Subject subject, @Nullable String developer, Window window) {
        return developer == null
                ? database.page(LIST, to -> to.add(service).add(subject), window, rows::read)
                : database.page(
                        LIST_OF_DEVELOPER, to -> to.add(service).add(subject).add(developer), window, rows::read);
    }
}
