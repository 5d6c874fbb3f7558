package dev.grantkeep.adapter.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.described.DescribedAnswers;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.micronaut.web.router.Router;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DescriptionsTest {
    private static final Set<String> TYPES = Set.of("string", "integer", "boolean", "array", "object");

    @Test
    void everyRouteOfTheApiIsDescribedAndNothingElse() {
        Set<String> routes = RestServer.shared()
                .bean(Router.class)
                .uriRoutes()
                .filter(route -> !Set.of("HEAD", "OPTIONS").contains(route.getHttpMethodName()))
                .map(route -> route.getHttpMethodName() + " "
                        + template(route.getUriMatchTemplate().toString()))
                .filter(route -> route.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>(operations(Dialect.V2));
        described.addAll(operations(Dialect.V3));
        // The same calls below the path of a service.
        described.add("GET /api/{serviceId}/misc/echo");
        described.add("GET /api/{serviceId}/lifecycle/healthcheck");

        assertThat(described).hasSizeGreaterThan(100).isEqualTo(routes);
    }

    @Test
    void bothDialectsHaveTheSameOperations() {
        assertThat(ids(Dialect.V2))
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates()
                .isEqualTo(ids(Dialect.V3));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyAnswerHasATypeOrNoBody(Dialect dialect) {
        eachResponse(document(dialect), (where, response) -> {
            if (where.endsWith(" 204")) {
                assertThat(response.has("content")).as(where).isFalse();
            } else {
                assertThat(response.getAsJsonObject("content").entrySet())
                        .as(where)
                        .isNotEmpty()
                        .allSatisfy(content -> assertThat(content.getValue()
                                        .getAsJsonObject()
                                        .getAsJsonObject("schema")
                                        .has("$ref"))
                                .isTrue());
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everySchemaHasATypeAndEveryReferenceLeadsSomewhere(Dialect dialect) {
        JsonObject schemas = schemas(document(dialect));

        schemas.entrySet()
                .forEach(
                        schema -> assertTyped(schema.getKey(), schema.getValue().getAsJsonObject(), schemas));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyExampleFitsItsSchema(Dialect dialect) {
        JsonObject document = document(dialect);
        Validator answers = validator(schemas(document));
        Validator requests = validator(ofRequests(schemas(document)));

        List<String> faults = new ArrayList<>();
        eachExample(document.get("paths"), answers, requests, (reference, validator, example) -> {
            URI schema = URI.create("urn:one" + reference.replace("#/components/schemas/", "#/$defs/"));
            if (!validator.validate(schema, example.toString()).isValid()) {
                faults.add(reference + ": " + example);
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void anybodyMayReadThem() {
        HttpResponse<String> v2 = RestServer.shared().http("GET", "/openapi/authlete-2.json", null);
        HttpResponse<String> v3 = RestServer.shared().http("GET", "/openapi/authlete-3.json", null);

        assertThat(v2.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(v2.body()).isEqualTo(Descriptions.json(Dialect.V2));
        assertThat(v3.body()).isEqualTo(Descriptions.json(Dialect.V3));
    }

    @Test
    void answersToTheseTestsAreComparedWithThem() {
        long before = DescribedAnswers.looks();

        RestServer.shared().anonymous().get("/misc/echo?a=b");

        assertThat(DescribedAnswers.looks()).isGreaterThan(before);
    }

    private static void assertTyped(String where, JsonObject schema, JsonObject schemas) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").getAsString();
            assertThat(schemas.has(reference.substring(reference.lastIndexOf('/') + 1)))
                    .as(where)
                    .isTrue();
            return;
        }
        assertThat(schema.get("type").getAsString()).as(where).isIn(TYPES);
        if (schema.has("items")) {
            assertTyped(where + "[]", schema.getAsJsonObject("items"), schemas);
        }
        if (schema.has("properties")) {
            schema.getAsJsonObject("properties")
                    .entrySet()
                    .forEach(property -> assertTyped(
                            where + "." + property.getKey(), property.getValue().getAsJsonObject(), schemas));
        }
    }

    private interface Look {
        void at(String reference, Validator validator, JsonElement example);
    }

    private static Validator validator(JsonObject schemas) {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        JsonObject definitions = new JsonObject();
        definitions.add("$defs", schemas);
        validator.registerSchema(
                URI.create("urn:one"), definitions.toString().replace("#/components/schemas/", "#/$defs/"));
        return validator;
    }

    /** What is read only need not be in a request, whatever is required (OpenAPI 3.1, in the words on readOnly). */
    private static JsonObject ofRequests(JsonObject schemas) {
        schemas.entrySet().forEach(schema -> {
            JsonObject object = schema.getValue().getAsJsonObject();
            if (object.has("required") && object.toString().contains("\"readOnly\":true")) {
                object.remove("required");
            }
        });
        return schemas;
    }

    private static void eachExample(JsonElement element, Validator now, Validator requests, Look look) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(item -> eachExample(item, now, requests, look));
        } else if (element.isJsonObject()) {
            JsonObject object = element.getAsJsonObject();
            if (object.has("example")) {
                String reference = object.getAsJsonObject("schema").get("$ref").getAsString();
                look.at(reference, now, object.get("example"));
            }
            object.entrySet()
                    .forEach(member -> eachExample(
                            member.getValue(), member.getKey().equals("requestBody") ? requests : now, requests, look));
        }
    }

    private static void eachResponse(JsonObject document, BiConsumer<String, JsonObject> look) {
        JsonObject shared = document.getAsJsonObject("components").getAsJsonObject("responses");
        document.getAsJsonObject("paths")
                .entrySet()
                .forEach(path -> path.getValue()
                        .getAsJsonObject()
                        .entrySet()
                        .forEach(operation -> operation
                                .getValue()
                                .getAsJsonObject()
                                .getAsJsonObject("responses")
                                .entrySet()
                                .forEach(response -> {
                                    JsonObject own = response.getValue().getAsJsonObject();
                                    look.accept(
                                            operation.getKey() + " " + path.getKey() + " " + response.getKey(),
                                            own.has("$ref")
                                                    ? shared.getAsJsonObject(
                                                            last(own.get("$ref").getAsString()))
                                                    : own);
                                })));
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String template(String route) {
        return route.replaceAll("\\{\\+?(\\w+)(:[^}]*)?}", "{$1}");
    }

    private static Set<String> operations(Dialect dialect) {
        Set<String> operations = new TreeSet<>();
        document(dialect)
                .getAsJsonObject("paths")
                .entrySet()
                .forEach(path -> path.getValue()
                        .getAsJsonObject()
                        .keySet()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    private static List<String> ids(Dialect dialect) {
        List<String> ids = new ArrayList<>();
        document(dialect)
                .getAsJsonObject("paths")
                .entrySet()
                .forEach(path -> path.getValue()
                        .getAsJsonObject()
                        .entrySet()
                        .forEach(operation -> ids.add(operation
                                .getValue()
                                .getAsJsonObject()
                                .get("operationId")
                                .getAsString())));
        return ids.stream().sorted().toList();
    }

    private static JsonObject schemas(JsonObject document) {
        return document.getAsJsonObject("components").getAsJsonObject("schemas");
    }

    private static JsonObject document(Dialect dialect) {
        return JsonParser.parseString(Descriptions.json(dialect)).getAsJsonObject();
    }
}
