package dev.grantkeep.application.usecase.device;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.device.UserCodeMisses;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenHash;
import java.time.Instant;
import java.util.Optional;

/** Finds what a user code is of, and counts for all nodes how often nothing is found. */
@Wired
public final class UserCodes {
    private final StepStore steps;
    private final Clock clock;

    public UserCodes(StepStore steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    sealed interface Look {}

    /** It can be decided about. */
    record Found(DeviceAuthorization authorization) implements Look {}

    record Unknown() implements Look {}

    record Expired() implements Look {}

    record TooManyMisses() implements Look {}

    Look look(Service service, String userCode) {
        Instant now = clock.now();
        if (misses(service, now).areTooMany(service)) {
            return new TooManyMisses();
        }
        Look look = find(service, userCode, now);
        if (look instanceof Unknown) {
            countMiss(service, now);
        }
        return look;
    }

    private Look find(Service service, String userCode, Instant now) {
        return steps.findBySecond(StepKinds.DEVICE.key(service.id(), TokenHash.of(userCode)))
                .map(StepInContext::step)
                .filter(DeviceAuthorization::isPending)
                .<Look>map(pending -> pending.isExpired(now) ? new Expired() : new Found(pending))
                .orElseGet(Unknown::new);
    }

    private UserCodeMisses misses(Service service, Instant now) {
        return stored(service, now).orElseGet(() -> UserCodeMisses.none(service.id(), now));
    }

    private Optional<UserCodeMisses> stored(Service service, Instant now) {
        return steps.find(StepKinds.USER_CODE_MISSES.key(service.id(), UserCodeMisses.hashAt(now)))
                .map(StepInContext::step);
    }

    private void countMiss(Service service, Instant now) {
        Attempts.until(() -> {
            boolean counted = stored(service, now)
                    .map(misses -> steps.replace(StepKinds.USER_CODE_MISSES.toStep(misses.oneMore()), null))
                    .orElseGet(() -> addFirst(UserCodeMisses.none(service.id(), now)));
            return counted ? Optional.of(true) : Optional.empty();
        });
    }

    private boolean addFirst(UserCodeMisses none) {
        return steps.add(StepKinds.USER_CODE_MISSES.toStep(none.first())) == Saved.SAVED;
    }
}
