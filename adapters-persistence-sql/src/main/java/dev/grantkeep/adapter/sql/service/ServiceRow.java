package dev.grantkeep.adapter.sql.service;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Where;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code service}. Queries that Micronaut Data derives find only services that are there.
 *
 * @param secretHash the fingerprint of the secret
 * @param settings JSON, the former form
 * @param opaque JSON, likewise
 * @param document JSON, see {@link dev.grantkeep.adapter.sql.json.SettingsColumns}
 * @param documentVersion the version of the row that the document was written with
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
        @Nullable String document,
        @Nullable Long documentVersion,
        Instant createdAt,
        Instant modifiedAt,
        long version) {}
