package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Tokens that are not good. Those that were exchanged or revoked were good, and ended by calls; those that expired are
 * written as if they had been issued two days ago; the unknown ones were never issued.
 *
 * @param count of each kind
 */
record OtherTokens(Stage stage, HttpConnection api, int count) {
    private static final String EXPIRED = "me";
    private static final String UNKNOWN = "mu";

    /** A kind and a token each, as {@code mix.lua} reads them. */
    List<String> lines() {
        Shape expired = Shape.expired(EXPIRED, count);
        stage.data().add(expired);
        Shape unknown = Shape.expired(UNKNOWN, count);
        List<String> lines = new ArrayList<>();
        add(lines, "exchanged", this::exchanged);
        add(lines, "revoked", this::revoked);
        add(lines, "expired", expired::accessToken);
        add(lines, "unknown", unknown::accessToken);
        return lines;
    }

    private void add(List<String> lines, String kind, LongFunction<String> token) {
        LongStream.rangeClosed(1, count)
                .mapToObj(i -> kind + " " + token.apply(i))
                .forEach(lines::add);
    }

    /** Refreshed away. */
    private String exchanged(long i) {
        Reply created = create("exchanged-" + i);
        api.post(
                        Stage.TOKEN,
                        stage.refreshBody()
                                .replace("TOKEN", created.text("refreshToken"))
                                .replace("CLIENT", Long.toString(stage.tenant().client())))
                .requireGood();
        return created.text("accessToken");
    }

    /** By itself, or with all that its user gave its client: what is left in the store differs. */
    private String revoked(long i) {
        String subject = "revoked-" + i;
        String token = create(subject).text("accessToken");
        String body = i % 2 == 0
                ? "{\"accessTokenIdentifier\":\"" + token + "\"}"
                : "{\"clientIdentifier\":\"" + stage.tenant().client() + "\",\"subject\":\"" + subject + "\"}";
        api.post(Stage.REVOKE, body).requireOk();
        return token;
    }

    private Reply create(String subject) {
        return api.post(Stage.CREATE, stage.createBody(subject)).requireGood();
    }
}
