package dev.grantkeep.bootstrap.stateful;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One service as the model keeps it: lists of all that there ever was, each thing marked with what became of it. */
final class Model {
    /** In milliseconds, before and after, for clocks differ. */
    private static final long RETRY_WINDOW = 60_000;

    final String key;
    final String secret;
    final List<ModelClient> clients = new ArrayList<>();
    final List<ModelTicket> tickets = new ArrayList<>();
    final List<ModelCode> codes = new ArrayList<>();
    final List<ModelToken> tokens = new ArrayList<>();
    final List<ModelConsent> consents = new ArrayList<>();
    /** All values that tokens ever had, the oldest first. */
    final List<Value> accessValues = new ArrayList<>();

    final List<Value> refreshValues = new ArrayList<>();
    ModelSettings settings;
    long now;

    /** A value that a token has or had. */
    record Value(String text, ModelToken of) {}

    /** What a token is made of. */
    record Order(
            ModelClient client,
            @Nullable String subject,
            String grantType,
            Set<String> scopes,
            Set<String> grantedScopes,
            List<String> resources,
            List<String> grantedResources,
            long accessSeconds,
            long refreshSeconds,
            boolean persistent,
            boolean withRefresh) {}

    Model(String key, String secret, ModelSettings settings) {
        this.key = key;
        this.secret = secret;
        this.settings = settings;
    }

    Stream<ModelToken> stored(Predicate<ModelToken> which) {
        return tokens.stream().filter(ModelToken::isStored).filter(which);
    }

    Optional<ModelToken> byAccess(String value) {
        return there(token -> value.equals(token.access));
    }

    /** By its current access token or one that it had. */
    Optional<ModelToken> byAnyAccess(String value) {
        return byAccess(value).or(() -> there(token -> token.hadAccess(value)));
    }

    /** By its current refresh token only. */
    Optional<ModelToken> byRefresh(String value) {
        return there(token -> value.equals(token.refresh));
    }

    /** By its current refresh token or one that it had. */
    Optional<ModelToken> byAnyRefresh(String value) {
        return there(token -> token.hadRefresh(value));
    }

    Optional<ModelToken> byAny(String value) {
        return byAnyAccess(value).or(() -> byAnyRefresh(value));
    }

    /** Whether a token of this service ever had the value. */
    boolean had(String value) {
        return Stream.concat(accessValues.stream(), refreshValues.stream())
                .anyMatch(known -> known.text().equals(value));
    }

    private Optional<ModelToken> there(Predicate<ModelToken> which) {
        return tokens.stream().filter(token -> token.isThere(now)).filter(which).findFirst();
    }

    /** Whether the used refresh token is answered once more: the answer may have been lost. */
    boolean isRetry(ModelToken token, String value) {
        return settings.flag("refreshTokenIdempotent")
                && token.retry != null
                && token.retry.used().equals(value)
                && Math.abs(now - token.refreshedAt) < RETRY_WINDOW;
    }

    boolean isSingle(ModelClient client) {
        return settings.flag("singleAccessTokenPerSubject") || client.flag("singleAccessTokenPerSubject");
    }

    boolean getsRefresh(ModelClient client) {
        return settings.grantTypes().contains("REFRESH_TOKEN")
                && client.grantTypes().contains("REFRESH_TOKEN");
    }

    ModelConsent consent(ModelClient client, String subject) {
        return remembered(client, subject).orElseGet(() -> {
            ModelConsent consent = new ModelConsent(client, subject);
            consents.add(consent);
            return consent;
        });
    }

    Optional<ModelConsent> remembered(ModelClient client, String subject) {
        return consents.stream()
                .filter(consent -> consent.client == client && consent.subject.equals(subject))
                .findFirst();
    }

    /** Makes a token; where only one may live, the older ones of the pair end. */
    ModelToken mint(Order order) {
        ModelClient client = order.client();
        if (order.subject() != null && isSingle(client)) {
            stored(token -> token.isOf(client, order.subject())).forEach(token -> token.ended = true);
        }
        ModelToken token = new ModelToken(client, order.subject(), order.grantType(), now);
        token.scopes = new TreeSet<>(order.scopes());
        token.refreshScopes = new TreeSet<>(order.grantedScopes());
        token.resources = order.resources();
        token.grantResources = order.grantedResources();
        if (order.withRefresh()) {
            token.refresh = "";
            token.refreshExpiresAt =
                    now + 1000 * settings.seconds("refresh", client, token.scopes, order.refreshSeconds());
        }
        token.accessExpiresAt = order.persistent()
                ? ModelToken.NEVER
                : linked(now + 1000 * settings.seconds("access", client, token.scopes, order.accessSeconds()), token);
        tokens.add(token);
        return token;
    }

    /** An access token may have to end with its refresh token. */
    long linked(long accessExpiresAt, ModelToken token) {
        return settings.flag("tokenExpirationLinked") && token.refresh != null
                ? Math.min(accessExpiresAt, token.refreshExpiresAt)
                : accessExpiresAt;
    }

    void hasAccess(ModelToken token, String value) {
        if (!World.isChosen(token.access)) {
            token.formerAccess.add(token.access);
        }
        token.access = value;
        accessValues.add(new Value(value, token));
    }

    void hasRefresh(ModelToken token, @Nullable String value) {
        if (value != null && !value.equals(token.refresh)) {
            refreshValues.add(new Value(value, token));
        }
        token.refresh = value;
    }

    /** What is dead is forgotten; a code that is forgotten ends nothing any more. */
    void sweep() {
        tokens.stream().filter(token -> token.purgeAt() <= now).forEach(token -> token.ended = true);
        codes.stream().filter(code -> code.expiresAt <= now).forEach(code -> code.forgotten = true);
    }

    /** Ends all that a pair has, codes too; says how many tokens that were. */
    int endPair(ModelClient client, String subject) {
        codes.stream()
                .filter(code -> code.client() == client && code.subject.equals(subject))
                .forEach(code -> code.ended = true);
        return end(token -> token.isOf(client, subject));
    }

    int end(Predicate<ModelToken> which) {
        List<ModelToken> ending = stored(which).toList();
        ending.forEach(token -> token.ended = true);
        return ending.size();
    }
}
