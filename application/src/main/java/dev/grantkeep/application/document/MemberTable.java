package dev.grantkeep.application.document;

import dev.grantkeep.application.document.Type.Source;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.value.Members;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members of a service or of a client, and what follows from their declarations. */
public final class MemberTable {
    /** The longest name of a member, in characters. The longest of the API has about fifty. */
    public static final int MAX_NAME = 200;

    private static final Set<String> OF_EVERY_ANSWER = Set.of("type", "resultCode", "resultMessage");

    private final Map<String, Member> members;

    MemberTable(List<Member> members) {
        this.members = Collections.unmodifiableMap(members.stream()
                .collect(Collectors.toMap(
                        Member::name,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("declared twice: " + one.name());
                        },
                        LinkedHashMap::new)));
    }

    Map<String, Member> members() {
        return members;
    }

    /** The members in their order, for descriptions of the API. */
    public List<DescribedMember> described() {
        return members.values().stream().map(DescribedMember::of).toList();
    }

    /** Members that the pages must not see. */
    public Set<String> secrets() {
        return names(member -> member.access().isSecret());
    }

    /**
     * The members that settings are to have when a caller sends these: each in its declared type, what is absent as a
     * new service or client has it, what only Grantkeep writes left out. Members that are not declared are kept as they
     * are.
     *
     * @param sent without nulls at any depth
     * @throws WrongType if a value is not of its member's type
     * @throws IllegalArgumentException if a name is too long
     */
    public Map<String, Object> accept(Map<String, Object> sent, Source source) {
        Map<String, Object> accepted = new LinkedHashMap<>();
        members.values().forEach(member -> {
            if (member.byDefault() != null) {
                accepted.put(member.name(), member.byDefault());
            }
        });
        sent.forEach((name, value) -> put(accepted, name, value, source));
        requireShortNames(accepted);
        return accepted;
    }

    /** The document of which these members are said: what is absent is as a new service or client has it. */
    public Members complete(Members said) {
        return Members.of(accept(said.tree(), Source.JSON));
    }

    private void put(Map<String, Object> to, String name, Object value, Source source) {
        @Nullable Member member = members.get(name);
        if (OF_EVERY_ANSWER.contains(name) || (member != null && member.access().isReadOnly())) {
            return;
        }
        @Nullable Object typed = member == null ? value : member.type().of(value, source, name);
        if (member != null && member.type().isNone(typed)) {
            to.remove(name);
        } else if (typed != null) {
            to.put(name, typed);
        }
    }

    /**
     * A document as an answer shows it: each member in its declared type. What an earlier version stored in another type
     * is converted, as the texts of a form are; what cannot be is left out, and so are names that are too long to be read
     * by callers, and what only Grantkeep writes.
     */
    public Map<String, Object> shown(Members document) {
        Map<String, Object> shown = new LinkedHashMap<>();
        document.tree().forEach((name, value) -> {
            @Nullable Object typed = shown(name, value);
            if (typed != null) {
                shown.put(name, typed);
            }
        });
        return shown;
    }

    private @Nullable Object shown(String name, Object value) {
        @Nullable Member member = members.get(name);
        if (member == null) {
            return name.length() > MAX_NAME ? null : value;
        }
        return member.access().isReadOnly() ? null : read(member, value);
    }

    /** A stored value in its member's type; as it is, if that cannot be. */
    Object typed(String name, Object value) {
        @Nullable Member member = members.get(name);
        @Nullable Object typed = member == null ? value : read(member, value);
        return typed == null ? value : typed;
    }

    private static @Nullable Object read(Member member, Object value) {
        try {
            return member.type().of(value, Source.FORM, member.name());
        } catch (WrongType storedByAnEarlierVersion) {
            return null;
        }
    }

    /**
     * The protections that a document demands and that are not given. A value that cannot be read still demands: a
     * protection is not lost by being misspelt.
     */
    Set<Demand> demands(Members document) {
        Set<Demand> demands = EnumSet.noneOf(Demand.class);
        document.tree().forEach((name, value) -> {
            @Nullable Member member = members.get(name);
            if (member != null && member.demand() != null && Member.asks(typed(name, value))) {
                demands.add(member.demand());
            }
        });
        return demands;
    }

    /**
     * The type of a member, or of a member of a member.
     *
     * @param path such as {@code extension.idTokenDuration}
     */
    Type typeAt(String path) {
        String[] names = path.split("\\.");
        Type type = Objects.requireNonNull(members.get(names[0]), path).type();
        return names.length == 1
                ? type
                : Objects.requireNonNull(((Type.ObjectOf) type).parts().get(names[1]), path)
                        .type();
    }

    private Set<String> names(Predicate<Member> which) {
        return Set.copyOf(
                members.values().stream().filter(which).map(Member::name).toList());
    }

    private static void requireShortNames(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, part) -> {
                if (((String) name).length() > MAX_NAME) {
                    throw new IllegalArgumentException(
                            "The name of a member has more than " + MAX_NAME + " characters");
                }
                requireShortNames(part);
            });
        } else if (value instanceof List<?> items) {
            items.forEach(MemberTable::requireShortNames);
        }
    }
}
