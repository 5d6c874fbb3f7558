package dev.grantkeep.bootstrap.e2e;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What callers have been told so far. What a call that was cut off would have changed may be so or not; once it has been
 * looked at it stays as it was seen.
 */
final class Told {
    /** Access tokens and their scopes; none are a dead token's. */
    private final Map<String, Set<String>> tokens = new ConcurrentHashMap<>();

    /** Those of which a change is under way. */
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    private final Set<String> sinceTheLastLook = ConcurrentHashMap.newKeySet();
    private final Set<Long> goneClients = ConcurrentHashMap.newKeySet();
    /** Codes and refresh tokens that were used, and the access token that another use of them ends. */
    private final Map<String, String> usedCodes = new ConcurrentHashMap<>();

    private final Map<String, String> usedRefreshTokens = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();

    void alive(String token, String... scopes) {
        settled(token, Set.of(scopes));
    }

    void dead(String token) {
        settled(token, Set.of());
    }

    /** A change of it has been asked for. */
    void maybe(String token) {
        open.add(token);
        sinceTheLastLook.add(token);
    }

    void gone(long client) {
        acknowledged.incrementAndGet();
        goneClients.add(client);
    }

    void usedCode(String code, String token) {
        usedCodes.put(code, token);
    }

    void usedRefreshToken(String refreshToken, String token) {
        usedRefreshTokens.put(refreshToken, token);
    }

    private void settled(String token, Set<String> scopes) {
        acknowledged.incrementAndGet();
        tokens.put(token, scopes);
        open.remove(token);
        sinceTheLastLook.add(token);
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Compares all that has changed since the last time, and some of the rest, with what is there; says what differs. */
    List<String> compare(OAuthClient client, int ofTheRest) {
        List<String> rest = new ArrayList<>(tokens.keySet());
        Collections.shuffle(rest, new Random(rest.size()));
        Set<String> chosen = new TreeSet<>(sinceTheLastLook);
        chosen.addAll(rest.subList(0, Math.min(ofTheRest, rest.size())));
        sinceTheLastLook.clear();
        Queue<String> differences = new ConcurrentLinkedQueue<>();
        InParallel.each(chosen, token -> compareToken(client, token, differences));
        InParallel.each(some(goneClients, ofTheRest), id -> compareClient(client, id, differences));
        return List.copyOf(differences);
    }

    /** Uses some of what was used before; that is refused, and ends the tokens. */
    List<String> useAgain(OAuthClient client, int some) {
        Queue<String> differences = new ConcurrentLinkedQueue<>();
        InParallel.each(some(usedCodes.keySet(), some), code -> {
            String token = usedCodes.remove(code);
            refused(client.exchange(code), "a used code", token, differences);
        });
        InParallel.each(some(usedRefreshTokens.keySet(), some), refreshToken -> {
            String token = usedRefreshTokens.remove(refreshToken);
            refused(client.refresh(refreshToken), "a used refresh token", token, differences);
        });
        return List.copyOf(differences);
    }

    private void refused(Answer answer, String what, String token, Queue<String> differences) {
        if (!answer.text("action").equals("BAD_REQUEST")) {
            differences.add(what + " was taken again: " + answer.text("action"));
        }
        dead(token);
    }

    private static <T> List<T> some(Collection<T> all, int most) {
        return all.stream().limit(most).toList();
    }

    private void compareToken(OAuthClient client, String token, Queue<String> differences) {
        Answer answer = client.tenant().introspect(token);
        boolean works = answer.text("action").equals("OK");
        Set<String> is = works ? Set.copyOf(answer.texts("scopes")) : Set.of();
        Set<String> expected = tokens.getOrDefault(token, Set.of());
        if (!open.remove(token) && !is.equals(expected)) {
            differences.add("a token has " + is + " instead of " + expected);
        }
        tokens.put(token, is);
    }

    private static void compareClient(OAuthClient client, long id, Queue<String> differences) {
        int status = client.api().get("client/get/" + id).status();
        if (status != 404) {
            differences.add("a deleted client is there: " + status);
        }
    }
}
