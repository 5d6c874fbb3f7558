package dev.grantkeep.adapter.rest;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** The title of the generated OpenAPI description. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Grantkeep",
                        version = "0.1",
                        description = "Keeps the tokens and grants of an OAuth 2.0 and OpenID Connect server."))
final class ApiDescription {
    private ApiDescription() {}
}
