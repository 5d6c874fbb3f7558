package dev.grantkeep.domain.duration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the durations that the service, the scopes and the client set is the token's. An explicit duration of the
 * request wins under either rule. See "Token duration per scope" and "Token duration per client".
 */
public enum DurationRule {
    /** Authlete 2.x: the shortest of all; a scope or a client can only shorten. */
    SHORTEST {
        @Override
        DurationCandidate choose(List<DurationCandidate> settings) {
            return shortest(settings);
        }
    },
    /** Authlete 3.0: the client's, else the shortest of the scopes', else the service's, even if it is longer. */
    MOST_SPECIFIC {
        @Override
        DurationCandidate choose(List<DurationCandidate> settings) {
            DurationLevel top = settings.get(settings.size() - 1).level();
            return shortest(settings.stream().filter(c -> c.level() == top).toList());
        }
    };

    /** The key of the service attribute that names the rule; its values are {@code shortest} and {@code most_specific}. */
    public static final String SERVICE_ATTRIBUTE = "grantkeep.duration_rule";

    /** The rule of this attribute value. */
    public static Optional<DurationRule> ofAttributeValue(String value) {
        for (DurationRule rule : values()) {
            if (rule.attributeValue().equals(value)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    public String attributeValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    public DurationDecision decide(DurationQuestion question) {
        List<DurationCandidate> candidates = settingsOf(question);
        if (question.requested() == null) {
            return new DurationDecision(question.kind(), this, candidates, choose(candidates));
        }
        DurationCandidate explicit = new DurationCandidate(DurationLevel.REQUEST, null, question.requested());
        candidates.add(explicit);
        return new DurationDecision(question.kind(), this, candidates, explicit);
    }

    /** Of the settings, in ascending order of level and never empty, the one that counts. */
    abstract DurationCandidate choose(List<DurationCandidate> settings);

    private static List<DurationCandidate> settingsOf(DurationQuestion question) {
        List<DurationCandidate> candidates = new ArrayList<>();
        candidates.add(
                question.service() == null
                        ? new DurationCandidate(
                                DurationLevel.BUILT_IN, null, question.kind().builtIn())
                        : new DurationCandidate(DurationLevel.SERVICE, null, question.service()));
        candidates.addAll(ScopeDurations.candidates(question.kind(), question.scopes()));
        if (question.client() != null) {
            candidates.add(new DurationCandidate(DurationLevel.CLIENT, null, question.client()));
        }
        return candidates;
    }

    private static DurationCandidate shortest(List<DurationCandidate> candidates) {
        return candidates.stream()
                .min(Comparator.comparing(DurationCandidate::duration))
                .orElseThrow();
    }
}
