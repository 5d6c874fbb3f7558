package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A call as the document tells it. */
final class OperationTree {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String REQUEST = "Request";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String DESCRIPTION = "description";
    private static final Map<String, Schema> IN_PATH = Map.of(
            "serviceId",
                    Schema.number("The service: its `apiKey`.")
                            .with("minimum", 1L)
                            .example(9_000_000_001L),
            "apiKey", Schema.number("The service.").with("minimum", 1L).example(9_000_000_001L),
            "client",
                    Schema.text("The client's id or alias.")
                            .with("minLength", 1L)
                            .example("17566160603766"),
            "subject",
                    Schema.text("The user's unique identifier.")
                            .with("minLength", 1L)
                            .example("alice"),
            "identifier",
                    Schema.text("The access token or its hash.")
                            .with("minLength", 1L)
                            .example("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"));

    private final Operation operation;
    private final Dialect dialect;
    private final Map<String, Schema> schemas;
    private final Examples examples;

    OperationTree(Operation operation, Dialect dialect, Map<String, Schema> schemas) {
        this.operation = operation;
        this.dialect = dialect;
        this.schemas = schemas;
        this.examples = new Examples(schemas);
    }

    /** What the form of a request is called whose JSON has more. */
    static String formOf(String component) {
        String stem =
                component.endsWith(REQUEST) ? component.substring(0, component.length() - REQUEST.length()) : component;
        return stem + "Form";
    }

    Map<String, Object> tree(String heading) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tags", List.of(heading));
        tree.put("operationId", operation.id());
        tree.put("summary", operation.summary());
        tree.put("security", Security.of(operation.caller(), dialect));
        List<Map<String, Object>> parameters = parameters();
        if (!parameters.isEmpty()) {
            tree.put("parameters", parameters);
        }
        Operation.Body body = operation.body();
        if (body != null) {
            tree.put("requestBody", Map.of("required", body.isRequired(), "content", contents(body)));
        }
        tree.put("responses", responses());
        return tree;
    }

    private List<Map<String, Object>> parameters() {
        List<Map<String, Object>> parameters = new ArrayList<>();
        PLACE.matcher(operation.path(dialect))
                .results()
                .map(MatchResult::group)
                .map(place -> place.substring(1, place.length() - 1))
                .forEach(name -> parameters.add(parameter("path", inPath(name))));
        Components.inDialect(operation.query(), dialect).forEach(field -> parameters.add(parameter("query", field)));
        return parameters;
    }

    private static Field inPath(String name) {
        return Field.of(name, Objects.requireNonNull(IN_PATH.get(name), name)).always();
    }

    private static Map<String, Object> parameter(String in, Field field) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        Map<String, Object> schema = new LinkedHashMap<>(field.schema().tree());
        parameter.put("name", field.name());
        parameter.put("in", in);
        if (schema.remove(DESCRIPTION) instanceof String text) {
            parameter.put(DESCRIPTION, text);
        }
        parameter.put("required", field.required());
        parameter.put("schema", schema);
        return parameter;
    }

    private Map<String, Object> contents(Operation.Body body) {
        Map<String, Object> contents = new LinkedHashMap<>();
        String form = formOf(body.component());
        contents.put(Answer.JSON, content(body.component()));
        Map<String, Object> asForm = content(schemas.containsKey(form) ? form : body.component());
        Map<String, Object> lists = new LinkedHashMap<>();
        body.fields().stream()
                .filter(field ->
                        field.form() && "array".equals(field.schema().tree().get("type")))
                .forEach(field -> lists.put(field.name(), Map.of("style", "spaceDelimited", "explode", false)));
        if (!lists.isEmpty()) {
            asForm.put("encoding", lists);
        }
        contents.put(FORM, asForm);
        return contents;
    }

    private Map<String, Object> content(String component) {
        Schema schema = Schema.ref(component);
        return Document.content(schema, examples.ofRequest(schema));
    }

    private Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        answers().forEach((status, response) -> responses.put(Integer.toString(status), response));
        Map<Integer, List<ResultCode>> common = Errors.common();
        Errors.of(operation)
                .forEach((status, codes) -> responses.put(
                        Integer.toString(status),
                        codes.equals(common.get(status))
                                ? Map.of("$ref", "#/components/responses/" + Document.nameOf(status))
                                : Document.error(status, codes)));
        return responses;
    }

    /** Answers of one status are told together. */
    private Map<Integer, Map<String, Object>> answers() {
        Map<Integer, Map<String, Object>> byStatus = new LinkedHashMap<>();
        for (Answer answer : operation.answers()) {
            Map<String, Object> response = byStatus.computeIfAbsent(answer.status(), status -> new LinkedHashMap<>());
            response.put(DESCRIPTION, answer.description());
            addContent(response, answer);
        }
        return byStatus;
    }

    private void addContent(Map<String, Object> response, Answer answer) {
        if (answer.component() == null) {
            return;
        }
        Schema schema = Schema.ref(answer.component());
        @SuppressWarnings("unchecked")
        Map<String, Object> content =
                (Map<String, Object>) response.computeIfAbsent("content", name -> new LinkedHashMap<String, Object>());
        content.put(answer.mediaType(), Document.content(schema, example(schema, answer)));
        if (answer.has(Fields.RESULT_CODE)) {
            Document.addTable(
                    response,
                    operation.codes().stream()
                            .filter(code -> code.status() < 400)
                            .toList());
        }
    }

    private Object example(Schema schema, Answer answer) {
        Object example = examples.of(schema);
        if (!answer.has(Fields.RESULT_CODE) || !(example instanceof Map<?, ?> members)) {
            return example;
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        members.forEach((name, value) -> whole.put((String) name, value));
        whole.putAll(Document.result(operation.codes().get(0)));
        return whole;
    }
}
