package dev.grantkeep.bootstrap.e2e;

import com.authlete.common.conf.AuthleteApiVersion;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The two forms of the API: where a path goes and how a caller shows its credentials. */
public enum Dialect {
    V2("2.x") {
        @Override
        String path(String endpoint, long service) {
            return "/api/" + endpoint;
        }

        @Override
        String servicePath(String verb, long service) {
            return "/api/service/" + verb + "/" + service;
        }

        @Override
        public String credentials(String key, String secret) {
            return basic(key, secret);
        }
    },
    V3("3.0") {
        @Override
        String path(String endpoint, long service) {
            return "/api/" + service + "/" + endpoint;
        }

        @Override
        String servicePath(String verb, long service) {
            return path("service/" + verb, service);
        }

        @Override
        public String credentials(String key, String secret) {
            return "Bearer " + secret;
        }
    };

    private final String title;

    Dialect(String title) {
        this.title = title;
    }

    /** Where an endpoint such as {@code auth/token} is, for a service. */
    abstract String path(String endpoint, long service);

    /** Where get, update and delete of a service are. */
    abstract String servicePath(String verb, long service);

    /** The Authorization header of whoever holds the secret. */
    public abstract String credentials(String key, String secret);

    AuthleteApiVersion library() {
        return AuthleteApiVersion.valueOf(name());
    }

    static String basic(String key, String secret) {
        byte[] pair = (key + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return title;
    }
}
