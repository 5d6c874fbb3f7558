package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.server.Server;
import java.util.List;

/**
 * A Grantkeep with a database of its own.
 *
 * @param bulk the tokens that are there to be introspected
 */
record Stage(String database, Shape bulk, Tenant tenant, Dataset data, Server grantkeep) {
    static final String INTROSPECTION = "/api/auth/introspection";
    static final String TOKEN = "/api/auth/token";

    HttpConnection connect() {
        return new HttpConnection(grantkeep.port(), tenant.authorization());
    }

    /** Introspections of any of the bulk's tokens. */
    Requests introspections() {
        String token = bulk.accessToken(0);
        int digits = token.indexOf("0000000000");
        return new Requests(
                "introspection.lua",
                List.of(
                        INTROSPECTION,
                        tenant.authorization(),
                        token.substring(0, digits),
                        token.substring(digits + 10),
                        Long.toString(bulk.tokens()),
                        Integer.toString(Dataset.REFRESH_STEP)));
    }

    /** How long a good answer of a server is, with its headers. */
    int answerBytes(Server server, String path, String body) {
        try (HttpConnection connection = new HttpConnection(server.port(), tenant.authorization())) {
            return connection.post(path, body).requireGood().bytes();
        }
    }

    /** A contender that introspects. */
    Contender introspecting(String work, String name, Server server) {
        return new Contender(
                work, name, server, this::introspections, answerBytes(server, INTROSPECTION, introspectionBody(1)));
    }

    /** A body that asks for a token by client_credentials. */
    String issueBody() {
        return "{\"parameters\":\"grant_type=client_credentials&scope=read+write\",\"clientId\":\"" + tenant.client()
                + "\",\"clientSecret\":\"" + tenant.clientSecret() + "\"}";
    }

    String introspectionBody(long i) {
        return "{\"token\":\"" + bulk.accessToken(i) + "\"}";
    }

    /** A body that refreshes TOKEN for CLIENT. All clients have the same secret. */
    String refreshBody() {
        return "{\"parameters\":\"grant_type=refresh_token&refresh_token=TOKEN\",\"clientId\":\"CLIENT\","
                + "\"clientSecret\":\"" + tenant.clientSecret() + "\"}";
    }
}
