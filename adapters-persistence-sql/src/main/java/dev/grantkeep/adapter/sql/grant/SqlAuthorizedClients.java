package dev.grantkeep.adapter.sql.grant;

import dev.grantkeep.adapter.sql.client.ClientRowMapper;
import dev.grantkeep.adapter.sql.jdbc.Binding;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// Goes through the subject's heads. One that knows of a token (KnownTokens) and whose client was never cut off counts
// as it is; of any other the client and the tokens are looked at. That is a scalar subquery, not EXISTS: of that,
// PostgreSQL would make a join that may look at every old token of a pair.
//   grant_head  primary key (service_id, subject, client_id)
//   client      client_cut_off (service_id), client_of_service (id, service_id)
//   token       token_pair (service_id, client_id, client_generation, subject, generation), index-only
/** The clients of a subject, from the table {@code grant_head}. */
@Singleton
final class SqlAuthorizedClients implements AuthorizedClients {
    private static final String LIST = list("");
    private static final String LIST_OF_DEVELOPER = list(" and (select c.developer from client c"
            + " where c.id = h.client_id and c.service_id = h.service_id) = ?");

    private final Database database;
    private final ClientRowMapper rows;

    SqlAuthorizedClients(Database database, ClientRowMapper rows) {
        this.database = database;
        this.rows = rows;
    }

    private static String list(String condition) {
        return "select p.total, " + ClientRowMapper.COLUMNS + """
                 from (
                    select h.service_id, h.client_id, count(*) over () as total,
                        coalesce(
                            h.client_created_at,
                            (select c.created_at from client c
                                where c.id = h.client_id and c.service_id = h.service_id)) as created_at
                    from service s
                    join grant_head h on h.service_id = s.id
                    where s.id = ? and s.removed_at is null and h.subject = ?
                        and case
                            when h.token_until > ?
                                and h.client_id not in
                                    (select c.id from client c where c.service_id = ? and c.cut_off) then true
                            else (
                                select t.client_id
                                from client c
                                join token t on t.client_id = c.id and t.client_generation = c.generation
                                    and t.subject = h.subject and t.generation = h.generation
                                where t.service_id = ?
                                    and c.id = h.client_id and c.service_id = h.service_id and c.removed_at is null
                                limit 1) is not null
                            end
                """ + condition + """
                     order by created_at, h.client_id
                    limit ? offset ?
                ) p
                join client c on c.id = p.client_id and c.service_id = p.service_id
                order by c.created_at, c.id
                """;
    }

    @Override
    public Page<Client> list(
            ServiceId service, Subject subject, @Nullable String developer, Instant now, Window window) {
        Binding usual = to -> to.add(service).add(subject).add(now).add(service).add(service);
        return developer == null
                ? database.page(LIST, usual, window, to -> {}, rows::read)
                : database.page(
                        LIST_OF_DEVELOPER,
                        to -> {
                            usual.to(to);
                            to.add(developer);
                        },
                        window,
                        to -> {},
                        rows::read);
    }
}
