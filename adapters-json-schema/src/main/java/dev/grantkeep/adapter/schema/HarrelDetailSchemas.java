package dev.grantkeep.adapter.schema;

import dev.grantkeep.application.port.out.schema.DetailSchemas;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Schemas by the library of dev.harrel. Its classes are loaded when the first schema is there. */
@Singleton
final class HarrelDetailSchemas implements DetailSchemas {
    private final ReadSchemas known;

    HarrelDetailSchemas(ReadSchemas known) {
        this.known = known;
    }

    @Override
    public Optional<String> fault(String schema) {
        return switch (known.get(schema)) {
            case ReadSchema.Unusable(String why) -> Optional.of(why);
            case ReadSchema.Usable usable -> Optional.empty();
        };
    }

    @Override
    public Optional<String> misfit(String schema, Map<String, ? extends @Nullable Object> detail) {
        return switch (known.get(schema)) {
            case ReadSchema.Unusable(String why) -> Optional.of("the schema of the service " + why);
            case ReadSchema.Usable usable -> usable.misfit(detail);
        };
    }
}
