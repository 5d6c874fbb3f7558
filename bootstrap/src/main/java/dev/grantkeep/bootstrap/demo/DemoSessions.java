package dev.grantkeep.bootstrap.demo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.grantkeep.application.port.out.Randomness;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sits before the browser, for the provider's pages and for the application, each with a cookie of its own as if they
 * were on two servers. In memory, and bounded: a restart of the demo ends them.
 */
@Singleton
@Requires(env = "demo")
final class DemoSessions {
    private static final String PROVIDER = "demo_provider";
    private static final String APP = "demo_app";
    private static final String TV = "demo_tv";
    private static final int BYTES = 32;
    private static final int MOST = 1_000;

    private final Cache<String, Login> logins = cache();
    private final Cache<String, App> apps = cache();
    private final Cache<String, Tv> tvs = cache();
    private final Randomness randomness;

    DemoSessions(Randomness randomness) {
        this.randomness = randomness;
    }

    /** @param since epoch seconds */
    record Login(String user, long since) {}

    /**
     * What the application knows.
     *
     * @param client which of the two applications it is
     * @param state of the request that it made last
     * @param verifier of that request (RFC 7636)
     * @param access its access token; null before the first
     * @param refresh its refresh token
     * @param expires epoch seconds
     * @param why which setting decided the token's life
     * @param call by which it got the token
     */
    record App(
            String client,
            String state,
            String verifier,
            @Nullable String access,
            @Nullable String refresh,
            long expires,
            String why,
            String call) {
        static App before(String client) {
            return new App(client, "", "", null, null, 0, "", "");
        }

        App asking(String newState, String newVerifier) {
            return new App(client, newState, newVerifier, access, refresh, expires, why, call);
        }

        App with(String token, @Nullable String refreshToken, long until, String reason, String madeBy) {
            return new App(client, "", "", token, refreshToken, until, reason, madeBy);
        }

        @Override
        public String toString() {
            return "App[" + client + "]";
        }
    }

    /**
     * What the device shows.
     *
     * @param page where its user enters the code
     * @param complete the same with the code in the address
     * @param said what became of the last poll
     * @param call that it made last
     */
    record Tv(String deviceCode, String userCode, String page, String complete, String said, String call) {
        static final Tv OFF = new Tv("", "", "", "", "", "");

        Tv told(String text, String by) {
            return new Tv(deviceCode, userCode, page, complete, text, by);
        }

        /** The code is used up. */
        Tv over(String text, String by) {
            return new Tv("", "", "", "", text, by);
        }

        @Override
        public String toString() {
            return "Tv[]";
        }
    }

    Optional<Tv> tv(HttpRequest<?> request) {
        return cookie(request, TV).map(tvs::getIfPresent);
    }

    void tv(HttpRequest<?> request, MutableHttpResponse<?> response, Tv tv) {
        String value = tv(request).isPresent() ? cookie(request, TV).orElseThrow() : value();
        tvs.put(value, tv);
        response.cookie(cookie(TV, value));
    }

    Optional<Login> login(HttpRequest<?> request) {
        return cookie(request, PROVIDER).map(logins::getIfPresent);
    }

    /** A new value at each login: one that was planted before is worth nothing. */
    void login(MutableHttpResponse<?> response, Login login) {
        String value = value();
        logins.put(value, login);
        response.cookie(cookie(PROVIDER, value));
    }

    void logout(HttpRequest<?> request) {
        cookie(request, PROVIDER).ifPresent(logins::invalidate);
    }

    Optional<App> app(HttpRequest<?> request) {
        return cookie(request, APP).map(apps::getIfPresent);
    }

    void app(HttpRequest<?> request, MutableHttpResponse<?> response, App app) {
        String value = app(request).isPresent() ? cookie(request, APP).orElseThrow() : value();
        apps.put(value, app);
        response.cookie(cookie(APP, value));
    }

    /** Unguessable, and safe within a URL. */
    String value() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(BYTES));
    }

    private static Optional<String> cookie(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue);
    }

    private static Cookie cookie(String name, String value) {
        return Cookie.of(name, value).httpOnly(true).sameSite(SameSite.Lax).path("/demo");
    }

    private static <V> Cache<String, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }
}
