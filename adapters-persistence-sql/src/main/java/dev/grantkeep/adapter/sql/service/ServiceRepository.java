package dev.grantkeep.adapter.sql.service;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements on {@code service}; H2 understands those for PostgreSQL. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ServiceRepository extends GenericRepository<ServiceRow, Long> {
    int insert(ServiceRow row);

    Optional<ServiceRow> findById(long id);

    @Query("select id from service where secret_hash = :secretHash and removed_at is null limit 1")
    Optional<Long> findOwner(byte[] secretHash);

    /** Given the row itself, Micronaut Data would not tell whether it was there. */
    default int replace(ServiceRow row) {
        return replace(
                row.id(),
                row.secret(),
                row.secretHash(),
                row.derivationKey(),
                row.settings(),
                row.opaque(),
                row.document(),
                row.modifiedAt(),
                row.version());
    }

    @Query("""
            update service
            set secret = :secret, secret_hash = :secretHash, derivation_key = :derivationKey, settings = :settings,
                opaque = :opaque, document = :document, document_version = :version, modified_at = :modifiedAt,
                version = :version
            where id = :id and version = :version - 1 and removed_at is null
            """)
    int replace(
            long id,
            String secret,
            byte[] secretHash,
            String derivationKey,
            String settings,
            String opaque,
            @Nullable String document,
            Instant modifiedAt,
            long version);

    @Query("""
            update service set removed_at = :now, purge_marked_at = :now
            where id = :id and removed_at is null
            """)
    int remove(long id, Instant now);

    @Query("""
            select id, number, secret, secret_hash, derivation_key, settings, opaque, document, document_version,
                created_at, modified_at, version
            from service
            where removed_at is null
            order by created_at, id
            limit :limit offset :offset
            """)
    List<ServiceRow> list(int limit, int offset);

    int count();
}
