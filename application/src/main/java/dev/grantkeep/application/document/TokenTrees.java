package dev.grantkeep.application.document;

import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.openid.RequestedClaims;
import dev.grantkeep.domain.openid.UserAuthentication;
import dev.grantkeep.domain.protocol.AudienceForm;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tokens and codes store as a document: their properties and details, as trees of JDK values. The forms change only
 * by additions, because what older versions have stored stays readable.
 */
public final class TokenTrees {
    private static final String ACCESS_TOKEN_CLAIMS = "accessTokenClaims";
    private static final String TOLD = "told";

    private TokenTrees() {}

    /** {@code [{key, value, hidden}]}. */
    public static List<Map<String, Object>> of(Properties properties) {
        return properties.list().stream()
                .map(property -> new TreeWriter()
                        .put("key", property.key())
                        .put("value", property.value())
                        .put("hidden", (Object) property.hidden())
                        .tree())
                .toList();
    }

    /** @param tree as {@link #of(Properties)} gives it */
    @SuppressWarnings("unchecked")
    public static Properties properties(List<?> tree) {
        return tree.isEmpty()
                ? Properties.NONE
                : new Properties(tree.stream()
                        .map(item -> property(new TreeReader((Map<String, ?>) item)))
                        .toList());
    }

    private static Property property(TreeReader from) {
        return new Property(from.text("key"), from.text("value"), from.flag("hidden"));
    }

    /** Empty if there are none. */
    public static Map<String, Object> of(TokenDetails details) {
        Targets targets = details.targets();
        UserAuthentication user = details.authentication();
        TreeWriter to = new TreeWriter()
                .putAny("resources", targets.resources())
                .putAny("narrowedTo", targets.narrowedTo())
                .put("authorizationDetails", targets.authorizationDetails())
                .put("narrowedDetails", targets.narrowedDetails())
                .put("acr", user.acr())
                .put("authTime", user.authTime())
                .putIf("forExternalAttachment", details.forExternalAttachment());
        details.namedBy().flag().ifPresent(flag -> to.putIf(flag, true));
        return to.putAny("identity", of(details.identity()))
                .put("sessionId", user.sessionId())
                .putIf("scopesDenied", details.scopesDenied())
                .tree();
    }

    /** @param tree as {@link #of(TokenDetails)} gives it */
    public static TokenDetails details(Map<String, ?> tree) {
        TreeReader from = new TreeReader(tree);
        return tree.isEmpty()
                ? TokenDetails.NONE
                : new TokenDetails(
                        new Targets(
                                from.texts("resources"),
                                from.texts("narrowedTo"),
                                from.textOrNull("authorizationDetails"),
                                from.textOrNull("narrowedDetails")),
                        new UserAuthentication(
                                from.textOrNull("acr"), from.numberOrNull("authTime"), from.textOrNull("sessionId")),
                        identity(new TreeReader(from.object("identity"))),
                        namedBy(from),
                        from.flag("forExternalAttachment"),
                        from.flag("scopesDenied"));
    }

    private static Map<String, Object> of(Identity identity) {
        return new TreeWriter()
                .put("sub", identity.sub())
                .putAny("consentedClaims", identity.consentedClaims())
                .putAny("idTokenClaims", identity.idTokenClaims())
                .putAny("userInfoClaims", of(identity.userInfo()))
                .put(ACCESS_TOKEN_CLAIMS, text(identity.accessTokenClaims()))
                .put(TOLD, text(identity.told()))
                .tree();
    }

    private static Identity identity(TreeReader from) {
        return from.members().isEmpty()
                ? Identity.UNKNOWN
                : new Identity(
                        from.textOrNull("sub"),
                        from.texts("consentedClaims"),
                        from.texts("idTokenClaims"),
                        claims(from.object("userInfoClaims")),
                        json(from, ACCESS_TOKEN_CLAIMS),
                        json(from, TOLD));
    }

    /** Empty if there are none. */
    static Map<String, Object> of(RequestedClaims claims) {
        return new TreeWriter()
                .putAny("names", claims.names())
                .put("json", claims.json())
                .tree();
    }

    /** @param tree as {@link #of(RequestedClaims)} gives it */
    static RequestedClaims claims(Map<String, ?> tree) {
        TreeReader from = new TreeReader(tree);
        return tree.isEmpty()
                ? RequestedClaims.NONE
                : new RequestedClaims(from.texts("names"), from.textOrNull("json"));
    }

    /** Empty if there is none. Whatever the names of claims are, they are no names of stored members. */
    static Map<String, Object> of(IdTokenContent content) {
        return new TreeWriter()
                .put("claims", text(content.claims()))
                .put("header", text(content.header()))
                .put("audience", content.audience())
                .tree();
    }

    /** @param tree as {@link #of(IdTokenContent)} gives it */
    static IdTokenContent idToken(Map<String, ?> tree) {
        TreeReader from = new TreeReader(tree);
        return tree.isEmpty()
                ? IdTokenContent.NONE
                : new IdTokenContent(
                        json(from, "claims"), json(from, "header"), from.nameOrNull("audience", AudienceForm.class));
    }

    private static @Nullable String text(Members object) {
        return object.equals(Members.NONE) ? null : JsonText.write(object.tree());
    }

    private static Members json(TreeReader from, String name) {
        String text = from.textOrNull(name);
        return text == null ? Members.NONE : Members.of(JsonText.read(text));
    }

    private static NamedBy namedBy(TreeReader from) {
        return NamedBy.flags().stream()
                .filter(from::flag)
                .findFirst()
                .map(NamedBy::ofFlag)
                .orElse(NamedBy.ID);
    }
}
