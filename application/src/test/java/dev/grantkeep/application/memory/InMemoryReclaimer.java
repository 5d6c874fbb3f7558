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
    private record Garbage(Instant since, Runnable removal) {}

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
                among(database.tokens, token -> isRevoked(token.grantKey(), token.standing()), TokenRecord::createdAt),
                among(
                        database.steps,
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
                among(database.tokens, token -> isCutOff(token.client(), token.standing()), TokenRecord::createdAt),
                among(
                        database.steps,
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
                        head -> database.removedClients.contains(head.key().client()),
                        GrantHead::createdAt),
                among(
                        database.steps,
                        step -> database.removedClients.contains(step.owner().client()),
                        Step::expiresAt));
    }

    private Stream<Garbage> leftByServices() {
        database.events.removeIf(pending -> isGone(pending.happened().service())
                && pending.happened().event().kind() != Event.Kind.SERVICE_REMOVED);
        return Stream.of(
                        among(database.tokens, token -> isGone(token.service()), TokenRecord::createdAt),
                        among(database.steps, step -> isGone(step.key().service()), Step::expiresAt),
                        among(database.heads, head -> isGone(head.key().service()), GrantHead::createdAt),
                        among(database.clients, client -> isGone(client.service()), Client::createdAt))
                .flatMap(Function.identity());
    }

    private boolean isGone(ServiceId service) {
        return database.removedServices.contains(service);
    }

    private static <K, V> Stream<Garbage> among(Map<K, V> table, Predicate<V> dead, Function<V, Instant> since) {
        return table.entrySet().stream()
                .filter(entry -> dead.test(entry.getValue()))
                .map(entry -> new Garbage(since.apply(entry.getValue()), () -> table.remove(entry.getKey())));
    }
}
