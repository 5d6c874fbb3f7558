package dev.grantkeep.adapter.rest.service;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.SentMembers;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.domain.duration.DurationRule;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Attributes;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The members that a caller sends of a service. */
record SentServiceMembers(SentMembers sent) {
    private static final String ATTRIBUTES = "attributes";

    /**
     * The settings of a new service. One that is created through 3.0 has the rule of 3.0 for durations.
     *
     * @throws BadRequest if a member is not valid
     */
    ServiceSettings create(Dialect dialect) {
        return settings(dialect == Dialect.V3 ? List.of(DurationRule.MOST_SPECIFIC.attributeValue()) : List.of());
    }

    /**
     * The settings that replace the current ones. What was not sent is as in a new service, but for the rule for
     * durations: a service keeps its own until another is named.
     *
     * @throws BadRequest if a member is not valid
     */
    ServiceSettings update(Service current) {
        return settings(current.settings()
                .attributes()
                .values(DurationRule.SERVICE_ATTRIBUTE)
                .toList());
    }

    private ServiceSettings settings(List<String> durationRule) {
        Members members = Members.of(sent.accepted(ServiceMembers.table()));
        return SentMembers.valid("service", () -> {
            Attributes.of(members.objects(ATTRIBUTES)).requireOnce(ServiceSettings.OWN_ATTRIBUTES);
            return ServiceMembers.settings(ruled(members, durationRule));
        });
    }

    /** @param durationRule the attribute's values where the members name none; empty is no such attribute */
    private static Members ruled(Members members, List<String> durationRule) {
        List<Members> attributes = members.objects(ATTRIBUTES);
        if (durationRule.isEmpty()
                || Attributes.of(attributes)
                        .first(DurationRule.SERVICE_ATTRIBUTE)
                        .isPresent()) {
            return members;
        }
        Stream<Members> added = durationRule.stream()
                .map(value -> Members.of(Map.of("key", DurationRule.SERVICE_ATTRIBUTE, "value", value)));
        return members.with(
                ATTRIBUTES, Stream.concat(attributes.stream(), added).toList());
    }
}
