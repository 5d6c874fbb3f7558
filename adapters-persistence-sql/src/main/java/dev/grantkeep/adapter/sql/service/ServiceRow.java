package dev.grantkeep.adapter.sql.service;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Where;
import java.time.Instant;

/**
 * A row of {@code service}. Queries that Micronaut Data derives find only services that are there.
 *
 * @param secretHash the fingerprint of the secret
 * @param settings JSON, a {@link ServiceDocument}
 * @param opaque JSON
 */
@MappedEntity("service")
@Where("@.removed_at is null")
@SuppressWarnings("ArrayRecordComponent") // nobody compares rows
record ServiceRow(
        @Id long id,
        int number,
        String secret,
        byte[] secretHash,
        String derivationKey,
        String settings,
        String opaque,
        Instant createdAt,
        Instant modifiedAt,
        long version) {}
