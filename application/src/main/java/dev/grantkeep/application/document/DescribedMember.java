package dev.grantkeep.application.document;

import org.jspecify.annotations.Nullable;

/**
 * A member of a service or client as a description of the API tells it.
 *
 * @param readOnly whether only Grantkeep writes it; what a caller sends is ignored
 * @param secret whether pages never see it
 * @param byDefault what it is where a caller says nothing; null is absent
 * @param onlyV3 whether it is only in the documentation of 3.0; it is taken and shown in both dialects
 * @param remark what it does or does not do, as a sentence; empty if there is nothing to say
 */
public record DescribedMember(
        String name,
        Type type,
        boolean readOnly,
        boolean secret,
        @Nullable Object byDefault,
        boolean onlyV3,
        String remark) {
    static DescribedMember of(Member member) {
        return new DescribedMember(
                member.name(),
                member.type(),
                member.access().isReadOnly(),
                member.access().isSecret(),
                member.byDefault(),
                member.onlyV3(),
                remark(member));
    }

    private static String remark(Member member) {
        Absent concerns = member.concerns();
        if (member.demand() != null) {
            return "Demands a protection that is not given yet: what it concerns is refused.";
        }
        return concerns == null
                ? ""
                : "Kept and given back; no rule reads it, because there is no support for " + concerns.title() + ".";
    }
}
