package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.route.KnownRoutes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import io.micronaut.web.router.exceptions.DuplicateRouteException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick router leads every request to where Micronaut's does. */
final class KnownRoutesTest {
    private static final List<HttpMethod> METHODS = List.of(
            HttpMethod.GET,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS);
    private static final List<String> TYPES =
            List.of("", "application/json", "application/x-www-form-urlencoded", "text/plain", "not a type");
    private static final List<String> ACCEPTED =
            List.of("", "*/*", "application/json", "text/html, application/json;q=0.1", "image/png", "none");

    @TempDir
    Path directory;

    @Test
    void leadsWhereMicronautsDoes() {
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory))) {
            Router quick = grantkeep.context().getBean(Router.class);
            assertThat(quick).isInstanceOf(KnownRoutes.class);
            Router plain = new DefaultRouter(grantkeep.context().getBeansOfType(RouteBuilder.class));
            Set<String> paths = paths(plain);
            assertThat(paths).hasSizeGreaterThan(200);
            paths.forEach(path -> METHODS.forEach(method -> assertSame(method, path, quick, plain)));
        }
    }

    private static void assertSame(HttpMethod method, String path, Router quick, Router plain) {
        for (String type : TYPES) {
            for (String accepted : ACCEPTED) {
                HttpRequest<?> request = request(method, path, type, accepted);
                assertThat(led(quick, request))
                        .as("%s %s of %s for %s", method, path, type, accepted)
                        .isEqualTo(led(plain, request));
            }
        }
    }

    private static HttpRequest<?> request(HttpMethod method, String path, String type, String accepted) {
        MutableHttpRequest<?> request = HttpRequest.create(method, path);
        if (!type.isEmpty()) {
            request.header(HttpHeaders.CONTENT_TYPE, type);
        }
        if (!accepted.isEmpty()) {
            request.header(HttpHeaders.ACCEPT, accepted);
        }
        return request;
    }

    private static String led(Router router, HttpRequest<?> request) {
        try {
            UriRouteMatch<?, ?> match = router.findClosest(request);
            return match == null
                    ? "nowhere"
                    : match.getRouteInfo().getTargetMethod() + " with " + match.getVariableValues();
        } catch (DuplicateRouteException several) {
            return "several";
        }
    }

    /** Each pattern with values of several kinds, and what is almost one. */
    private static Set<String> paths(Router router) {
        return router.uriRoutes()
                .map(route -> template(route))
                .flatMap(template -> Stream.of("1234567890", "0", "a-word", "a%20b")
                        .map(value -> template.replaceAll("\\{[?].*?}", "").replaceAll("\\{[^}]*}", value)))
                .flatMap(path -> Stream.of(path, path + "/", path + "/more", path.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String template(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toString();
    }
}
