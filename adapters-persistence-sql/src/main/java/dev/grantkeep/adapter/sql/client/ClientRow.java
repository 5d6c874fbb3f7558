package dev.grantkeep.adapter.sql.client;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Where;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code client}. Queries that Micronaut Data derives find only clients that are there, of services that are
 * there.
 *
 * @param settings JSON, the former form
 * @param opaque JSON, likewise
 * @param document JSON, see {@link dev.grantkeep.adapter.sql.json.SettingsColumns}
 * @param documentVersion the version of the row that the document was written with
 */
@MappedEntity("client")
@Where(ClientRow.PRESENT)
record ClientRow(
        @Id long id,
        long serviceId,
        int number,
        String secret,
        @Nullable String developer,
        @Nullable String alias,
        String settings,
        String opaque,
        @Nullable String document,
        @Nullable Long documentVersion,
        boolean locked,
        long generation,
        Instant createdAt,
        Instant modifiedAt,
        long version,
        @Nullable Integer seat) {
    static final String PRESENT = "@.removed_at is null"
            + " and exists (select 1 from service s where s.id = @.service_id and s.removed_at is null)";
}
