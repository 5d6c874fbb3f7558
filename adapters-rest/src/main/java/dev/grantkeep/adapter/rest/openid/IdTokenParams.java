package dev.grantkeep.adapter.rest.openid;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.JsonValues;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Trees;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.openid.RequestedClaims;
import dev.grantkeep.domain.protocol.AudienceForm;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads parameters about ID tokens and claims that several calls share. Each throws {@link BadRequest} on a wrong value. */
public final class IdTokenParams {
    private IdTokenParams() {}

    /** {@code claims}, {@code idtHeaderParams} and {@code idTokenAudType}. */
    public static IdTokenContent content(Params params) {
        return new IdTokenContent(object(params, "claims"), object(params, "idtHeaderParams"), audience(params));
    }

    /** {@code sub}, {@code consentedClaims} and {@code jwtAtClaims}. */
    public static Identity identity(Params params) {
        return new Identity(
                params.text("sub"),
                Objects.requireNonNullElse(params.words("consentedClaims"), List.of()),
                List.of(),
                RequestedClaims.NONE,
                object(params, "jwtAtClaims"),
                Members.NONE);
    }

    /** The object that the parameter is the text of; nulls are left out at any depth. None if it is absent. */
    public static Members object(Params params, String name) {
        String text = params.text(name);
        return text == null
                ? Members.NONE
                : Members.of(Trees.of(JsonValues.objectInText(name, text).sent()));
    }

    private static @Nullable AudienceForm audience(Params params) {
        String name = params.text("idTokenAudType");
        return name == null
                ? null
                : AudienceForm.ofName(name)
                        .orElseThrow(
                                () -> new BadRequest("The value of 'idTokenAudType' is neither array nor string."));
    }
}
