package dev.grantkeep.adapter.schema;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The keywords whose work the library does not bound: references, and what has regular expressions. */
final class BoundedKeywords {
    private BoundedKeywords() {}

    static EvaluatorFactory factory() {
        return new EvaluatorFactory.Builder()
                .withKeyword("$ref", (context, node) -> new Reference(context, node))
                .withKeyword("$dynamicRef", (context, node) -> new Reference(context, node))
                .withKeyword("pattern", node -> new TextPattern(node))
                .withKeyword("patternProperties", (context, node) -> new MemberPatterns(context, node))
                .build();
    }

    /** Of one schema without names within; there {@code $dynamicRef} leads where {@code $ref} does. */
    private record Reference(String to) implements Evaluator {
        Reference(SchemaParsingContext context, JsonNode node) {
            this(context.getAbsoluteUri(URLDecoder.decode(node.asString().substring(1), StandardCharsets.UTF_8)));
        }

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            Budget budget = ((TreeNode) node).budget();
            budget.enterReference();
            boolean valid = context.resolveRefAndValidate(to, node);
            budget.leaveReference();
            return valid ? Result.success() : Result.failure();
        }
    }

    private record TextPattern(Regex regex) implements Evaluator {
        TextPattern(JsonNode node) {
            this(Regex.of(node.asString()));
        }

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            return !node.isString() || regex.isIn(node.asString(), ((TreeNode) node).budget())
                    ? Result.success()
                    : Result.failure("does not match");
        }
    }

    private record MemberPatterns(Map<Regex, String> schemas) implements Evaluator {
        MemberPatterns(SchemaParsingContext context, JsonNode node) {
            this(new LinkedHashMap<>());
            node.asObject().forEach((regex, schema) -> schemas.put(Regex.of(regex), context.getAbsoluteUri(schema)));
        }

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            if (!node.isObject()) {
                return Result.success();
            }
            Set<String> matched = new HashSet<>();
            boolean valid = true;
            for (Map.Entry<String, JsonNode> member : node.asObject().entrySet()) {
                for (Map.Entry<Regex, String> schema : schemas.entrySet()) {
                    if (schema.getKey().isIn(member.getKey(), ((TreeNode) node).budget())) {
                        matched.add(member.getKey());
                        valid &= context.resolveInternalRefAndValidate(schema.getValue(), member.getValue());
                    }
                }
            }
            return valid ? Result.success(matched) : Result.failure();
        }
    }
}
