package dev.grantkeep.bootstrap.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the demo's pages, which let anybody in, to this machine: to browsers on it, to the one address that the demo printed,
 * and to forms of its own pages.
 */
@ServerFilter({"/demo", "/demo/**"})
@Requires(env = "demo")
final class DemoGuard {
    private final DemoAddress address;

    DemoGuard(DemoAddress address) {
        this.address = address;
    }

    /** Null lets the request pass. */
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        String base = address.base().toString();
        String host =
                "http://" + Objects.requireNonNullElse(request.getHeaders().get("Host"), "");
        if (!isHere(request.getRemoteAddress()) || !(host.equals(base) || host.equals(address.byName()))) {
            return HttpResponse.status(HttpStatus.FORBIDDEN);
        }
        String origin = request.getHeaders().get("Origin");
        if (origin != null && !origin.equals(base)) {
            return HttpResponse.status(HttpStatus.FORBIDDEN);
        }
        return host.equals(base) ? null : moved(base + request.getUri());
    }

    /** Cookies of {@code localhost} are none of {@code 127.0.0.1}: the demo is under one name only. */
    private static MutableHttpResponse<?> moved(String to) {
        return HttpResponse.status(HttpStatus.FOUND).header("Location", to);
    }

    private static boolean isHere(InetSocketAddress from) {
        return from.getAddress() != null && from.getAddress().isLoopbackAddress();
    }
}
