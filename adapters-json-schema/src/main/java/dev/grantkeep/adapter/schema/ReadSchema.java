package dev.grantkeep.adapter.schema;

import dev.grantkeep.application.document.JsonText;
import dev.harrel.jsonschema.JsonSchemaException;
import dev.harrel.jsonschema.SchemaNotFoundException;
import dev.harrel.jsonschema.Validator;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text that should be a schema. */
sealed interface ReadSchema {
    /** @param why goes on from the name of the schema */
    record Unusable(String why) implements ReadSchema {}

    static ReadSchema of(String text) {
        Map<String, @Nullable Object> root;
        try {
            root = JsonText.readSentObject(text);
        } catch (IllegalArgumentException malformed) {
            return new Unusable("is not one JSON object of at most 64 levels");
        }
        return SchemaRules.fault(root).<ReadSchema>map(Unusable::new).orElseGet(() -> Usable.of(root));
    }

    /** A schema. It is alone in its validator, so that no other can be reached from it. */
    final class Usable implements ReadSchema {
        private static final URI NAME = URI.create("https://schema.invalid/");

        /** Enough to come across a reference that leads back to where it stands. */
        private static final Map<String, Object> ANY = Map.of("type", "any");

        private final Validator validator;

        private Usable(Validator validator) {
            this.validator = validator;
        }

        private static ReadSchema of(Map<String, @Nullable Object> root) {
            Map<String, @Nullable Object> anonymous = new LinkedHashMap<>(root);
            anonymous.keySet().removeAll(List.of("$id", "$schema"));
            try {
                Validator validator = Validators.bounded();
                validator.registerSchema(NAME, TreeNode.of(anonymous, Budget.ofSchema()));
                Usable schema = new Usable(validator);
                schema.judge(ANY);
                return schema;
            } catch (TooMuchWork | StackOverflowError endless) {
                return new Unusable("takes too much work");
            } catch (SchemaNotFoundException nowhere) {
                return new Unusable("has a reference that leads nowhere");
            } catch (JsonSchemaException | IllegalArgumentException unusable) {
                return new Unusable("is not a schema that can be used");
            }
        }

        /** Why the detail does not fit; empty if it does. */
        Optional<String> misfit(Map<String, ? extends @Nullable Object> detail) {
            try {
                return judge(detail);
            } catch (TooMuchWork | StackOverflowError endless) {
                return Optional.of("it takes too much work to find out whether it fits");
            } catch (JsonSchemaException | IllegalArgumentException unknown) {
                return Optional.of("it cannot be found out whether it fits");
            }
        }

        private Optional<String> judge(Map<String, ? extends @Nullable Object> detail) {
            Validator.Result result = validator.validate(NAME, TreeNode.of(detail, Budget.ofDetail()));
            return result.isValid() ? Optional.empty() : Optional.of(Misfits.told(result.getErrors()));
        }
    }
}
