package dev.grantkeep.application.document;

import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.UserAuthentication;
import java.util.List;
import java.util.Map;

/**
 * What tokens and codes store as a document: their properties and details, as trees of JDK values. The forms change only
 * by additions, because what older versions have stored stays readable.
 */
public final class TokenTrees {
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
                .put("acr", user.acr())
                .put("authTime", user.authTime())
                .putIf("forExternalAttachment", details.forExternalAttachment());
        details.namedBy().flag().ifPresent(flag -> to.putIf(flag, true));
        return to.put("sessionId", user.sessionId())
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
                                from.textOrNull("authorizationDetails")),
                        new UserAuthentication(
                                from.textOrNull("acr"), from.numberOrNull("authTime"), from.textOrNull("sessionId")),
                        namedBy(from),
                        from.flag("forExternalAttachment"),
                        from.flag("scopesDenied"));
    }

    private static NamedBy namedBy(TreeReader from) {
        return NamedBy.flags().stream()
                .filter(from::flag)
                .findFirst()
                .map(NamedBy::ofFlag)
                .orElse(NamedBy.ID);
    }
}
