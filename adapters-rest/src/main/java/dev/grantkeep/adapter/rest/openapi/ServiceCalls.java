package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.error.ServiceCodes;
import dev.grantkeep.adapter.rest.openapi.Operation.Caller;
import java.util.List;

/** Services, their keys and their metadata. */
final class ServiceCalls {
    private static final String GET = "GET";
    private static final String POST = "POST";
    private static final String SERVICE = "Service";
    private static final String METADATA = "/service/configuration";
    private static final Field PATCH = Fields.text(
            "patch",
            "The text of a JSON Patch (RFC 6902), which is applied to the document last.",
            "[{\"op\":\"add\",\"path\":\"/registration_endpoint\",\"value\":\"https://as.example/register\"}]");

    private ServiceCalls() {}

    static List<Operation> all() {
        return List.of(
                Operation.shared(POST, "serviceCreate", "/api/service/create", "Make a service")
                        .by(Caller.OWNER)
                        .takesMembers(SERVICE)
                        .answers(Answer.entity(SERVICE))
                        .refusedBy(ServiceCodes.SERVICE),
                Operation.shared(GET, "serviceGetList", "/api/service/get/list", "List the services")
                        .by(Caller.OWNER)
                        .asks(Fields.START, Fields.END)
                        .answers(Answer.listing(
                                "serviceListResponse",
                                Fields.START.always(),
                                Fields.END.always(),
                                Fields.TOTAL_COUNT.always(),
                                Field.of("services", Schema.listOf(Schema.ref(SERVICE), "The services."))
                                        .always()))
                        .refusedBy(ServiceCodes.SERVICE),
                Operation.renamed(GET, "serviceGet", "/service/get/{apiKey}", "/service/get", "Show a service")
                        .by(Caller.OWNER_OF_2)
                        .answers(Answer.entity(SERVICE))
                        .refusedBy(ServiceCodes.SERVICE),
                Operation.renamed(
                                POST,
                                "serviceUpdate",
                                "/service/update/{apiKey}",
                                "/service/update",
                                "Replace the settings of a service")
                        .by(Caller.OWNER_OF_2)
                        .takesMembers(SERVICE)
                        .answers(Answer.entity(SERVICE))
                        .refusedBy(ServiceCodes.SERVICE),
                Operation.renamed(
                                POST,
                                "serviceSecretRefresh",
                                "/service/secret/refresh/{apiKey}",
                                "/service/secret/refresh",
                                "Give a service a new secret; the one before it ends")
                        .by(Caller.OWNER_OF_2)
                        .answers(Answer.enveloped(
                                "serviceSecretRefreshResponse",
                                Fields.number("apiKey", "The service's id.", 21_653_835_348_762L)
                                        .always(),
                                Fields.text(
                                                "newApiSecret",
                                                "The new secret: the password of 2.x and the access token of 3.0.",
                                                "rCdOzmqKmh9bYTmoBS4zJ7bD1kGGG3eTWKJeRy0eS1U")
                                        .always()))
                        .codes(ServiceCodes.SECRET_REFRESHED)
                        .refusedBy(ServiceCodes.SECRET_REFRESH),
                Operation.renamed(
                                "DELETE",
                                "serviceDelete",
                                "/service/delete/{apiKey}",
                                "/service/delete",
                                "Delete a service with its clients, grants and tokens")
                        .by(Caller.OWNER_OF_2)
                        .answers(Answer.nothing("The service is deleted."))
                        .refusedBy(ServiceCodes.SERVICE),
                Operation.of(
                                GET,
                                "serviceConfigurationGet",
                                METADATA,
                                "Show what the service publishes of itself (OpenID Connect Discovery, RFC 8414)")
                        .asks(Fields.PRETTY, PATCH)
                        .answers(Answer.entity("ServiceMetadata"))
                        .refusedBy(ServiceCodes.SERVICE),
                Operation.of(
                                POST,
                                "serviceConfiguration",
                                METADATA,
                                "Show what the service publishes of itself, asked by a body")
                        .takes("ServiceConfigurationRequest", Fields.PRETTY, PATCH)
                        .answers(Answer.entity("ServiceMetadata"))
                        .refusedBy(ServiceCodes.SERVICE),
                Operation.of(GET, "serviceJwksGet", "/service/jwks/get", "Show the keys of the service")
                        .asks(
                                Fields.PRETTY,
                                Field.of(
                                        "includePrivateKeys",
                                        Schema.flag("Whether the private parts of the keys are shown too.")))
                        .answers(Answer.entity("JwkSet"))
                        .answers(Answer.nothing("The service has no keys."))
                        .refusedBy(ServiceCodes.KEY_SET)
                        .codes(ServiceCodes.KEY_SET_UNREADABLE));
    }
}
