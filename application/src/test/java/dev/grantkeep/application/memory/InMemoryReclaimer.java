package dev.grantkeep.application.memory;

import dev.grantkeep.application.port.out.DeadRecords;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reclaims in memory. There is no index to serve, so it looks at everything instead of at marks. */
public final class InMemoryReclaimer implements Reclaimer, DeadRecords {
    /**
     * What can be removed.
     *
     * @param by what it is dead: by itself, or with the head, client or service that it is of
     */
    private record Garbage(@Nullable Object by, Instant since, Runnable removal) {}

    private final InMemoryDatabase database;

    public InMemoryReclaimer(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public int reclaim(Work work, Instant now, int limit) {
        return database.locked(() -> {
            List<Garbage> batch = garbage(work, now)
                    .sorted(Comparator.comparing(Garbage::since))
                    .limit(limit)
                    .toList();
            batch.forEach(garbage -> garbage.removal().run());
            return batch.size();
        });
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return database.locked(() -> Stream.of(Work.EXPIRED_TOKENS, Work.EXPIRED_STEPS)
                .flatMap(work -> garbage(work, now))
                .map(Garbage::since)
                .min(Instant::compareTo));
    }

    @Override
    public Count count(Work work, Instant now, int most) {
        return database.locked(() -> {
            List<Garbage> all = garbage(work, now).toList();
            long found =
                    all.stream().map(Garbage::by).distinct().limit(most + 1L).count();
            return Count.of(
                    Math.toIntExact(found),
                    most,
                    all.stream().map(Garbage::since).min(Instant::compareTo).orElse(null));
        });
    }

    private Stream<Garbage> garbage(Work work, Instant now) {
        return switch (work) {
            case EXPIRED_TOKENS ->
                among(database.tokens, token -> !token.purgeAt().isAfter(now), TokenRecord::purgeAt);
            case EXPIRED_STEPS ->
                among(database.steps, step -> !step.expiresAt().isAfter(now), Step::expiresAt);
            case REVOKED_TOKENS -> revoked();
            case EMPTY_GRANTS -> among(database.heads, head -> isEmpty(head, now), GrantHead::modifiedAt);
            case CUT_OFF_CLIENTS -> Stream.concat(leftByClients(), leftByRemovedClients());
            case REMOVED_SERVICES -> leftByServices();
        };
    }

    private Stream<Garbage> revoked() {
        return Stream.concat(
                among(
                        database.tokens,
                        TokenRecord::grantKey,
                        token -> isRevoked(token.grantKey(), token.standing()),
                        TokenRecord::createdAt),
                among(
                        database.steps,
                        Step::grantKey,
                        step -> isRevoked(step.grantKey(), step.owner().standing()) && !isCurrent(step),
                        Step::expiresAt));
    }

    private boolean isRevoked(@Nullable GrantKey key, @Nullable Standing standing) {
        return key != null
                && standing != null
                && standing.grant() != null
                && database.formerGenerations
                        .getOrDefault(key, Set.of())
                        .contains(standing.grant().generation());
    }

    /** A generation that tokens had before may be that of the codes still. */
    private boolean isCurrent(Step step) {
        GrantHead head = database.heads.get(step.grantKey());
        Standing standing = step.owner().standing();
        return head != null && standing != null && standing.grant() != null && head.holdsCode(standing.grant());
    }

    private boolean isEmpty(GrantHead head, Instant now) {
        return head.granted() == null
                && !head.modifiedAt().isAfter(now.minus(GrantHead.LINGER))
                && database.tokens.values().stream()
                        .noneMatch(token -> head.key().equals(token.grantKey()))
                && database.steps.values().stream()
                        .noneMatch(
                                step -> step.settledAs() == null && head.key().equals(step.grantKey()));
    }

    private Stream<Garbage> leftByClients() {
        return Stream.concat(
                among(
                        database.tokens,
                        TokenRecord::client,
                        token -> isCutOff(token.client(), token.standing()),
                        TokenRecord::createdAt),
                among(
                        database.steps,
                        step -> step.owner().client(),
                        step -> step.owner().standing() != null
                                && isCutOff(step.owner().client(), step.owner().standing()),
                        Step::expiresAt));
    }

    private boolean isCutOff(@Nullable ClientId id, Standing standing) {
        Client client = database.clients.get(id);
        return database.removedClients.contains(id)
                || (client != null && !client.generation().equals(standing.client()));
    }

    private Stream<Garbage> leftByRemovedClients() {
        return Stream.concat(
                among(
                        database.heads,
                        head -> head.key().client(),
                        head -> database.removedClients.contains(head.key().client()),
                        GrantHead::createdAt),
                among(
                        database.steps,
                        step -> step.owner().client(),
                        step -> database.removedClients.contains(step.owner().client()),
                        Step::expiresAt));
    }

    private Stream<Garbage> leftByServices() {
        database.events.removeIf(pending -> isGone(pending.happened().service())
                && pending.happened().event().kind() != Event.Kind.SERVICE_REMOVED);
        return Stream.of(
                        leftByServices(database.tokens, TokenRecord::service, TokenRecord::createdAt),
                        leftByServices(database.steps, step -> step.key().service(), Step::expiresAt),
                        leftByServices(database.heads, head -> head.key().service(), GrantHead::createdAt),
                        leftByServices(database.clients, Client::service, Client::createdAt))
                .flatMap(Function.identity());
    }

    private <K, V> Stream<Garbage> leftByServices(
            Map<K, V> table, Function<V, ServiceId> service, Function<V, Instant> since) {
        return among(table, service::apply, one -> isGone(service.apply(one)), since);
    }

    private boolean isGone(ServiceId service) {
        return database.removedServices.contains(service);
    }

    private static <K, V> Stream<Garbage> among(Map<K, V> table, Predicate<V> dead, Function<V, Instant> since) {
        return among(table, one -> one, dead, since);
    }

    private static <K, V> Stream<Garbage> among(
            Map<K, V> table, Function<V, @Nullable Object> by, Predicate<V> dead, Function<V, Instant> since) {
        return table.entrySet().stream()
                .filter(entry -> dead.test(entry.getValue()))
                .map(entry -> new Garbage(
                        by.apply(entry.getValue()), since.apply(entry.getValue()), () -> table.remove(entry.getKey())));
    }
}
