package dev.grantkeep.adapter.sql.client;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements on {@code client}; H2 understands those for PostgreSQL. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ClientRepository extends GenericRepository<ClientRow, Long> {
    String LIST = "select " + ClientRowMapper.COLUMNS + """
             from client c
            join service s on s.id = c.service_id and s.removed_at is null
            where c.removed_at is null and c.service_id = :serviceId
            """;
    String WINDOW = " order by c.created_at, c.id limit :limit offset :offset";

    int insert(ClientRow row);

    Optional<ClientRow> findByIdAndServiceId(long id, long serviceId);

    Optional<ClientRow> findByServiceIdAndAlias(long serviceId, String alias);

    Optional<Long> findServiceIdById(long id);

    /** Given the row itself, Micronaut Data would not tell whether it was there. */
    default int replace(ClientRow row) {
        return replace(
                row.id(),
                row.serviceId(),
                row.secret(),
                row.developer(),
                row.alias(),
                row.settings(),
                row.opaque(),
                row.document(),
                row.locked(),
                row.generation(),
                row.modifiedAt(),
                row.version(),
                row.seat());
    }

    @Query("""
            update client
            set purge_marked_at = case when generation = :generation then purge_marked_at else :modifiedAt end,
                cut_off = cut_off or generation <> :generation,
                secret = :secret, developer = :developer, alias = :alias, settings = :settings, opaque = :opaque,
                document = :document, document_version = :version, locked = :locked, generation = :generation, modified_at = :modifiedAt, version = :version,
                seat = :seat
            where id = :id and service_id = :serviceId and version = :version - 1 and removed_at is null
            """)
    int replace(
            long id,
            long serviceId,
            String secret,
            @Nullable String developer,
            @Nullable String alias,
            String settings,
            String opaque,
            @Nullable String document,
            boolean locked,
            long generation,
            Instant modifiedAt,
            long version,
            @Nullable Integer seat);

    @Query("""
            update client
            set removed_at = :now, purge_marked_at = :now, cut_off = true, alias = null,
                seat = null
            where id = :id and service_id = :serviceId and removed_at is null
                and exists (select 1 from service s where s.id = client.service_id and s.removed_at is null)
            """)
    int remove(long id, long serviceId, Instant now);

    @Query(LIST + WINDOW)
    List<ClientRow> list(long serviceId, int limit, int offset);

    @Query(LIST + " and c.developer = :developer" + WINDOW)
    List<ClientRow> listOfDeveloper(long serviceId, String developer, int limit, int offset);

    int countByServiceId(long serviceId);

    int countByServiceIdAndDeveloper(long serviceId, String developer);
}
