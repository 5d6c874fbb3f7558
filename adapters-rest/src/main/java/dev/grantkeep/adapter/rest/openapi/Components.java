package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.message.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schemas of a document, by their names. */
final class Components {
    private static final List<String> URIS_OF_METADATA = List.of(
            "issuer",
            "authorization_endpoint",
            "token_endpoint",
            "userinfo_endpoint",
            "revocation_endpoint",
            "introspection_endpoint",
            "pushed_authorization_request_endpoint",
            "device_authorization_endpoint",
            "end_session_endpoint",
            "jwks_uri",
            "service_documentation",
            "op_policy_uri",
            "op_tos_uri");
    private static final List<String> FLAGS_OF_METADATA = List.of(
            "claims_parameter_supported",
            "request_parameter_supported",
            "request_uri_parameter_supported",
            "require_request_uri_registration",
            "require_signed_request_object",
            "require_pushed_authorization_requests",
            "authorization_response_iss_parameter_supported");
    private static final List<String> LISTS_OF_METADATA = List.of(
            "claims_supported",
            "claims_locales_supported",
            "ui_locales_supported",
            "authorization_details_types_supported",
            "scopes_supported",
            "response_types_supported",
            "response_modes_supported",
            "grant_types_supported",
            "acr_values_supported",
            "display_values_supported",
            "prompt_values_supported",
            "claim_types_supported",
            "subject_types_supported",
            "token_endpoint_auth_methods_supported",
            "token_endpoint_auth_signing_alg_values_supported",
            "revocation_endpoint_auth_methods_supported",
            "revocation_endpoint_auth_signing_alg_values_supported",
            "introspection_endpoint_auth_methods_supported",
            "id_token_signing_alg_values_supported",
            "id_token_encryption_alg_values_supported",
            "id_token_encryption_enc_values_supported",
            "userinfo_signing_alg_values_supported",
            "userinfo_encryption_alg_values_supported",
            "userinfo_encryption_enc_values_supported",
            "authorization_signing_alg_values_supported",
            "authorization_encryption_alg_values_supported",
            "authorization_encryption_enc_values_supported",
            "request_object_signing_alg_values_supported",
            "request_object_encryption_alg_values_supported",
            "request_object_encryption_enc_values_supported",
            "code_challenge_methods_supported");

    private Components() {}

    /** What is not an answer of one call alone. */
    static Map<String, Schema> shared(Dialect dialect) {
        Map<String, Schema> shared = new TreeMap<>(TypeSchemas.named());
        shared.putAll(new MemberSchemas(dialect).all());
        shared.put("Property", property());
        shared.put("AuthorizationDetails", details());
        shared.put("AuthorizationDetailsElement", detail());
        shared.put(
                "TicketInfo",
                Schema.object(
                        "What the authorization server keeps with a ticket.",
                        List.of(Fields.text("context", "A text of its own.", "c1"))));
        shared.put("AccessToken", Schema.object("A token of a list.", inDialect(TokenOperationCalls.entry(), dialect)));
        shared.put(
                "Error",
                Schema.object(
                        "What every answer of 400 or above is.", List.of(Fields.RESULT_CODE, Fields.RESULT_MESSAGE)));
        shared.put("ServiceMetadata", metadata());
        shared.put(
                "JwkSet",
                Schema.object(
                        "A JWK Set (RFC 7517 section 5).",
                        List.of(Field.of("keys", Schema.listOf(Schema.ref("Jwk"), "The keys."))
                                .always())));
        shared.put("Jwk", jwk());
        shared.put(
                "Echo",
                Schema.of("object")
                        .with("additionalProperties", Schema.of("string").tree()));
        shared.put(
                "Status",
                Schema.object(
                        "",
                        List.of(Field.of("status", Schema.oneOf("The process answers.", List.of("UP")))
                                .always())));
        shared.put("PlainStatus", Schema.of("string").with("const", "OK"));
        return shared;
    }

    static List<Field> inDialect(List<Field> fields, Dialect dialect) {
        return fields.stream().filter(field -> field.isIn(dialect)).toList();
    }

    private static Schema property() {
        return Schema.object(
                "An extra property of a token.",
                List.of(
                        Fields.text("key", "Its name.", "example_parameter").always(),
                        Fields.text("value", "Its value.", "example_value"),
                        Field.of(
                                "hidden",
                                Schema.flag("Whether clients are not to see it.")
                                        .with("default", false))));
    }

    private static Schema details() {
        return Schema.object(
                        "Authorization details (RFC 9396) in the API's form.",
                        List.of(Field.of(
                                "elements", Schema.listOf(Schema.ref("AuthorizationDetailsElement"), "The details."))))
                .open();
    }

    private static Schema detail() {
        return Schema.object(
                        "An authorization detail; what RFC 9396 does not name is in `otherFields`.",
                        List.of(
                                Fields.text("type", "Its type.", "payment_initiation")
                                        .always(),
                                Field.of("locations", Schema.texts("Where.")),
                                Field.of("actions", Schema.texts("What may be done.")),
                                Field.of("dataTypes", Schema.texts("With what.")),
                                Field.of("identifier", Schema.text("With which.")),
                                Field.of("privileges", Schema.texts("As whom.")),
                                Field.of(
                                        "otherFields",
                                        Schema.text("The other members, as the text of a JSON object."))))
                .open();
    }

    private static Schema jwk() {
        return Schema.object(
                        "A JSON Web Key (RFC 7517 section 4).",
                        List.of(
                                Fields.text("kty", "The kind of key.", "EC").always(),
                                Field.of("use", Schema.text("What the key is for.")),
                                Field.of("alg", Schema.text("The algorithm that the key is for.")),
                                Field.of("kid", Schema.text("The name of the key."))))
                .open();
    }

    private static Schema metadata() {
        List<Field> fields = new ArrayList<>();
        URIS_OF_METADATA.forEach(name -> fields.add(Field.of(name, Schema.uri(""))));
        LISTS_OF_METADATA.forEach(name -> fields.add(Field.of(name, Schema.texts(""))));
        FLAGS_OF_METADATA.forEach(name -> fields.add(Field.of(name, Schema.flag(""))));
        return Schema.object(
                        "What the service publishes of itself (OpenID Connect Discovery section 3, RFC 8414 section 2); a"
                                + " patch may have added more.",
                        fields)
                .open();
    }
}
