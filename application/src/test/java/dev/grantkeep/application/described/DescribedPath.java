package dev.grantkeep.application.described;

import com.google.gson.JsonObject;
import java.util.regex.Pattern;

/**
 * A path of an OpenAPI document.
 *
 * @param places 1 if it ends with what varies, which may hold slashes; else 0
 * @param length how long it is; of two that match the longer one is meant
 */
record DescribedPath(Pattern pattern, int places, int length, JsonObject item) {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    static DescribedPath of(String template, JsonObject item) {
        String literal = PLACE.matcher(template).replaceAll("");
        String regex = template.replaceAll("\\{\\w+}$", "(.+)").replaceAll("\\{\\w+}", "[^/]+");
        boolean tails = literal.length() < template.length() && template.endsWith("}");
        return new DescribedPath(Pattern.compile(regex), tails ? 1 : 0, template.length(), item);
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}
