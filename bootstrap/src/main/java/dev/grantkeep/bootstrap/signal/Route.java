package dev.grantkeep.bootstrap.signal;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request was led, without anything that its caller chose: there are as many as there are endpoints, and one for all
 * that lead nowhere.
 *
 * @param endpoint as the API names it, such as {@code auth/introspection} or {@code oauth/token}
 * @param dialect {@code v2}, {@code v3}, {@code front}, or {@code none} for what is no part of the API
 */
public record Route(String endpoint, String dialect) {
    /** The endpoint of all paths that lead to none, and of plain files. */
    static final String OTHER = "other";

    static final Route NOWHERE = new Route(OTHER, "none");

    private static final Pattern API = Pattern.compile("/api(/\\{serviceId[^/]*)?");
    private static final Pattern FRONT = Pattern.compile("(^|.*/)oauth/\\{serviceId.*");
    private static final Pattern VARIABLE = Pattern.compile("(\\{[/?]|/?\\{).*");
    private static final Pattern OF_A_SERVICE = Pattern.compile("/\\{serviceId[^/]*");

    /** The pattern of its path, as it is declared; {@value #OTHER} if it leads nowhere. */
    public static String pattern(HttpRequest<?> request) {
        return info(request) instanceof UriRouteInfo<?, ?> route ? template(route) : OTHER;
    }

    /** The method; one that is not known is one of all. */
    public static String method(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.CUSTOM
                ? "OTHER"
                : request.getMethod().name();
    }

    /** What Micronaut knows of the endpoint, the same object each time; null if it leads nowhere. */
    static @Nullable RouteInfo<?> info(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request).orElse(null);
    }

    /**
     * @param token whether the caller has shown a token, by which the calls for all services are told apart
     */
    static Route of(RouteInfo<?> info, boolean token) {
        return info instanceof UriRouteInfo<?, ?> route ? of(template(route), token) : NOWHERE;
    }

    static Route of(String template, boolean token) {
        if (FRONT.matcher(template).matches()) {
            return new Route(plain(OF_A_SERVICE.matcher(template).replaceFirst("")), "front");
        }
        String path = plain(API.matcher(template).replaceFirst(""));
        if (!template.startsWith("/api/")) {
            return new Route(plain(template), "none");
        }
        boolean named = template.startsWith("/api/{serviceId");
        return new Route(path, named || token && path.startsWith("service/") ? "v3" : "v2");
    }

    private static String plain(String template) {
        String path = VARIABLE.matcher(template).replaceFirst("");
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static String template(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toString();
    }
}
