package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The description of one dialect, as a tree of JDK values. */
final class Document {
    private static final String DESCRIPTION = """
            The API of an OAuth 2.0 and OpenID Connect authorization server's back end.

            - A call that has an `action` is answered 200 whatever the action is; the action says what the authorization server
              is to do, and `responseContent` what it sends to its client.
            - A body is JSON or a form. In a form a list is one parameter with spaces between its items; of services and clients
              it may also be a parameter that stands several times. What only JSON can carry is left out of the forms here.
            - An absent member, `null`, the empty text and, of numbers, 0 all say the same: nothing. Answers have no `null`.
            - Members that are not described here are ignored in requests, but those of services and clients are kept and shown.
            - Times are in milliseconds since 1970-01-01T00:00:00Z, durations in seconds.
            """;
    private static final String RESULT_CODES = "x-result-codes";

    private final Dialect dialect;
    private final Map<String, Schema> schemas;

    private Document(Dialect dialect) {
        this.dialect = dialect;
        this.schemas = new TreeMap<>(Components.shared(dialect));
    }

    static Map<String, Object> of(Dialect dialect) {
        return new Document(dialect).tree();
    }

    private Map<String, Object> tree() {
        Map<String, List<Operation>> calls = Calls.byHeading();
        calls.values().forEach(operations -> operations.forEach(this::addSchemas));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put(
                "tags",
                calls.keySet().stream().map(name -> Map.of("name", name)).toList());
        document.put("paths", paths(calls));
        document.put("components", components());
        return document;
    }

    private Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Grantkeep, the Authlete Web API " + (dialect == Dialect.V2 ? "2.x" : "3.0"));
        info.put("version", dialect == Dialect.V2 ? "2.3" : "3.0");
        info.put("description", DESCRIPTION);
        info.put("license", Map.of("name", "Apache License 2.0", "identifier", "Apache-2.0"));
        return info;
    }

    private void addSchemas(Operation operation) {
        Operation.Body body = operation.body();
        if (body != null && !body.members()) {
            List<Field> fields = Components.inDialect(body.fields(), dialect);
            add(body.component(), fields);
            if (!fields.stream().allMatch(Field::form)) {
                add(
                        OperationTree.formOf(body.component()),
                        fields.stream().filter(Field::form).toList());
            }
        }
        operation.answers().forEach(answer -> {
            if (answer.component() != null && !answer.fields().isEmpty()) {
                add(answer.component(), Components.inDialect(answer.fields(), dialect));
            }
        });
    }

    private void add(String component, List<Field> fields) {
        schemas.put(component, Schema.object("", fields));
    }

    private Map<String, Object> paths(Map<String, List<Operation>> calls) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        calls.forEach((heading, operations) -> operations.forEach(
                operation -> paths.computeIfAbsent(operation.path(dialect), path -> new LinkedHashMap<>())
                        .put(
                                operation.method().toLowerCase(Locale.ROOT),
                                new OperationTree(operation, dialect, schemas).tree(heading))));
        return new LinkedHashMap<>(paths);
    }

    private Map<String, Object> components() {
        Map<String, Object> components = new LinkedHashMap<>();
        Map<String, Object> trees = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> trees.put(name, schema.tree()));
        components.put("schemas", trees);
        Map<String, Object> responses = new LinkedHashMap<>();
        Errors.common().forEach((status, codes) -> responses.put(nameOf(status), error(status, codes)));
        components.put("responses", responses);
        components.put("securitySchemes", Security.schemes(dialect));
        return components;
    }

    /** What a response of the document is called. */
    static String nameOf(int status) {
        return "Error" + status;
    }

    static Map<String, Object> error(int status, List<ResultCode> codes) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", Reasons.of(status));
        if (!Reasons.headers(status).isEmpty()) {
            response.put("headers", Reasons.headers(status));
        }
        response.put("content", Map.of(Answer.JSON, content(Schema.ref("Error"), result(codes.get(0)))));
        response.put(RESULT_CODES, table(codes));
        return response;
    }

    static Map<String, Object> content(Schema schema, Object example) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", schema.tree());
        content.put("example", example);
        return content;
    }

    /** The envelope of a code. */
    static Map<String, Object> result(ResultCode code) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("resultCode", code.code());
        members.put("resultMessage", "[" + code.code() + "] " + worded(code));
        return members;
    }

    static void addTable(Map<String, Object> response, List<ResultCode> codes) {
        if (!codes.isEmpty()) {
            response.put(RESULT_CODES, table(codes));
        }
    }

    private static Map<String, Object> table(List<ResultCode> codes) {
        Map<String, Object> table = new TreeMap<>();
        codes.forEach(code -> table.put(code.code(), worded(code)));
        return table;
    }

    private static String worded(ResultCode code) {
        return code.pattern().replace("%s", "…");
    }
}
