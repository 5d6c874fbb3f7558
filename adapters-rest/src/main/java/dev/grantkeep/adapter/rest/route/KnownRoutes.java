package dev.grantkeep.adapter.rest.route;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds most endpoints by one look into a map. Micronaut's router holds each request against the pattern of every endpoint,
 * which took a tenth of the processor time of an introspection. Here are those whose path is fixed but for the number of the
 * service; whatever is not among them, or does not suit the request, is left to Micronaut's, which comes to the same.
 */
@Singleton
@Replaces(DefaultRouter.class)
public final class KnownRoutes extends DefaultRouter {
    private static final String API = "/api/";
    private static final String OF_A_SERVICE = "/api" + Endpoint.V3;

    /** Stands for the number of any service. */
    private static final String ANY = API + "0";

    private final Map<HttpMethod, Map<String, UriRouteInfo<?, ?>>> known = new EnumMap<>(HttpMethod.class);

    /** @param builders of all endpoints */
    public KnownRoutes(Collection<RouteBuilder> builders) {
        super(builders);
        Set<String> seen = new HashSet<>();
        uriRoutes().forEach(route -> {
            Map<String, UriRouteInfo<?, ?>> ofMethod =
                    known.computeIfAbsent(route.getHttpMethod(), method -> new HashMap<>());
            String path = path(route);
            if (!seen.add(route.getHttpMethod() + path)) {
                ofMethod.remove(path); // which of several it is depends on more than the path
            } else if (isSimple(route)) {
                ofMethod.put(path, route);
            }
        });
    }

    private static String path(UriRouteInfo<?, ?> route) {
        String template = route.getUriMatchTemplate().toString();
        return template.startsWith(OF_A_SERVICE) ? ANY + template.substring(OF_A_SERVICE.length()) : template;
    }

    private static boolean isSimple(UriRouteInfo<?, ?> route) {
        return path(route).indexOf('{') < 0
                && route.getHttpMethod() != HttpMethod.CUSTOM
                && route.getPort() == null
                && route.consumesAll();
    }

    @Override
    public <T, R> @Nullable UriRouteMatch<T, R> findClosest(HttpRequest<?> request) {
        @Nullable UriRouteMatch<T, R> match = match(request);
        return match == null ? super.findClosest(request) : match;
    }

    @SuppressWarnings("unchecked") // as Micronaut's: whoever asks says what it is
    private <T, R> @Nullable UriRouteMatch<T, R> match(HttpRequest<?> request) {
        String path = request.getPath();
        @Nullable
        UriRouteInfo<?, ?> route =
                known.getOrDefault(request.getMethod(), Map.of()).get(general(path));
        return route != null && produces(route, request) && route.matching(request)
                ? (UriRouteMatch<T, R>) route.tryMatch(path)
                : null;
    }

    private static boolean produces(UriRouteInfo<?, ?> route, HttpRequest<?> request) {
        if (route.producesAll()) {
            return true;
        }
        Collection<MediaType> accepted = request.accept();
        return accepted.isEmpty() || route.doesProduce(accepted);
    }

    /** The path with {@value #ANY} in place of the number of a service. */
    private static String general(String path) {
        if (!path.startsWith(API)) {
            return path;
        }
        int end = API.length();
        while (end < path.length() && path.charAt(end) >= '0' && path.charAt(end) <= '9') {
            end++;
        }
        return end > API.length() && end < path.length() && path.charAt(end) == '/' ? ANY + path.substring(end) : path;
    }
}
