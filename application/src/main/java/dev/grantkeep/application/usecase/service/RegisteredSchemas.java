package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.port.out.schema.DetailSchemas;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.service.DetailSchemaPolicy;
import dev.grantkeep.domain.value.InvalidMember;

/** Checks the schemas of authorization details that a service gives. What it has had before it may keep. */
@Wired
public final class RegisteredSchemas {
    private final DetailSchemas schemas;

    public RegisteredSchemas(DetailSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * @param before what the service has; none if it is new
     * @throws InvalidMember if one is of no type, or cannot be used
     */
    void require(DetailSchemaPolicy before, DetailSchemaPolicy after) {
        after.texts().forEach((type, text) -> {
            if (!before.of(type).filter(text::equals).isPresent()) {
                require(type, text);
            }
        });
    }

    private void require(String type, String text) {
        if (type.isEmpty()) {
            throw invalid(DetailSchemaPolicy.PREFIX + " followed by a type");
        }
        schemas.fault(text).ifPresent(fault -> {
            throw invalid("JSON Schemas (2020-12) in " + DetailSchemaPolicy.PREFIX + type + ": what is there " + fault);
        });
    }

    private static InvalidMember invalid(String expected) {
        return InvalidMember.mustBe("attributes", expected);
    }
}
