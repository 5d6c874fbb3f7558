package dev.grantkeep.adapter.schema;

import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what judges. */
final class Validators {
    /** The dialect of all schemas. */
    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final TreeNodes NODES = new TreeNodes();

    /** Knows the schema of schemas, which is in the library's jar. */
    private static final Validator OF_SCHEMAS =
            new ValidatorFactory().withJsonNodeFactory(NODES).createValidator();

    private Validators() {}

    /** For one schema, which was found to be one before. What its keywords do is bounded, and it finds no other schema. */
    static Validator bounded() {
        return new ValidatorFactory()
                .withJsonNodeFactory(NODES)
                .withDisabledSchemaValidation(true)
                .withSchemaResolver(uri -> SchemaResolver.Result.empty())
                .withEvaluatorFactory(BoundedKeywords.factory())
                .createValidator();
    }

    static Validator.Result againstDialect(Map<String, ? extends @Nullable Object> schema) {
        return OF_SCHEMAS.validate(URI.create(DIALECT), TreeNode.of(schema, Budget.ofSchema()));
    }
}
