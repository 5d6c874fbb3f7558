package dev.grantkeep.adapter.sql.flow;

import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.application.port.out.CodeStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeInContext;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

// authorization_code (service_id, client_id, client_generation, generation, created_at, expires_at, rewrite_number,
// redirect_uri_given, redeemed_as, hash, subject, scopes, redirect_uri, challenge, challenge_method, properties,
// details).
//   find, redeem, remove  primary key (hash, service_id)
// The head and the service are joined by their primary keys.
/** The table {@code authorization_code}. */
@Singleton
final class SqlCodeStore implements CodeStore {
    private static final String ADD = """
            insert into authorization_code (hash, service_id, client_id, subject, scopes, client_generation, generation,
                rewrite_number, redirect_uri, redirect_uri_given, challenge_method, challenge, properties, details,
                created_at, expires_at, redeemed_as)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = "select " + CodeRowMapper.COLUMNS + """
             from authorization_code k
            join service s on s.id = k.service_id and s.removed_at is null
            left join grant_head h
                on h.service_id = k.service_id and h.subject = k.subject and h.client_id = k.client_id
            where k.hash = ? and k.service_id = ?
            """;
    private static final String REDEEM = """
            update authorization_code set redeemed_as = ?
            where hash = ? and service_id = ? and redeemed_as is null
                and exists (select 1 from service s where s.id = authorization_code.service_id and s.removed_at is null)
            """;
    private static final String LOCK =
            "select service_id, client_id, subject from authorization_code where hash = ? and service_id = ? for update";
    private static final String DELETE = "delete from authorization_code where hash = ? and service_id = ?";

    private final Database database;

    SqlCodeStore(Database database) {
        this.database = database;
    }

    @Override
    public Saved add(AuthorizationCode code) {
        return database.save(ADD, to -> {
            CodeRowMapper.write(code, to);
            to.add(code.redeemedAs());
        });
    }

    @Override
    public Optional<CodeInContext> find(ServiceId service, TokenHash hash) {
        return database.first(FIND, to -> to.add(hash).add(service), CodeRowMapper::readInContext);
    }

    @Override
    public boolean redeem(ServiceId service, TokenHash hash, TokenId token) {
        return database.write(REDEEM, to -> to.add(token).add(hash).add(service)) == 1;
    }

    @Override
    public boolean remove(ServiceId service, TokenHash hash) {
        return database.inTransaction(session -> remove(session, service, hash));
    }

    private static boolean remove(Session session, ServiceId service, TokenHash hash) throws SQLException {
        @Nullable
        GrantKey grant = session.first(
                LOCK,
                to -> to.add(hash).add(service),
                row -> new GrantKey(row.serviceId(), row.clientId(), row.subject()));
        if (grant == null) {
            return false;
        }
        session.write(DELETE, to -> to.add(hash).add(service));
        EmptyGrantMarks.set(session, List.of(grant));
        return true;
    }
}
