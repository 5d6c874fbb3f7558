package dev.grantkeep.bootstrap.architecture;

import java.util.Arrays;

/** Packages that a module may depend on. */
final class Allowed {
    static final String[] JDK_AND_JSPECIFY = {"java..", "javax.crypto..", "org.jspecify.annotations.."};
    static final String[] MICRONAUT = {"io.micronaut..", "jakarta.inject..", "jakarta.annotation..", "org.slf4j.."};
    static final String[] JSON = {"com.fasterxml.jackson..", "jakarta.json.."};

    /** What renders pages. */
    static final String[] PAGES = {"gg.jte.."};

    static final String[] JDBC = {"javax.sql..", "com.zaxxer.hikari..", "org.flywaydb.core.."};
    static final String[] CACHE = {"com.github.benmanes.caffeine.cache.."};
    static final String[] TLS = {"javax.net.ssl.."};
    static final String[] NETTY = {"io.netty.."};
    static final String[] JOSE = {"com.nimbusds.jose..", "com.fasterxml.jackson.core.."};
    static final String[] SCHEMAS = {"dev.harrel.jsonschema..", "com.google.re2j.."};
    static final String[] COMMANDS = {"picocli.."};
    static final String[] MONGODB = {"com.mongodb..", "org.bson.."};

    private Allowed() {}

    static String[] of(String root, String... packages) {
        return Arrays.stream(packages).map(name -> root + "." + name).toArray(String[]::new);
    }
}
