package dev.grantkeep.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Conditions that ArchUnit does not have. */
final class Conditions {
    /** Made without an instant, they are of now. */
    private static final Set<String> OF_NOW = Set.of("java.util.Date", "java.util.GregorianCalendar");

    private static final Set<String> SOURCES_OF_TIME = Set.of("java.time.Clock", "java.time.InstantSource");

    /** A sealed interface is a value with several forms, which nobody implements elsewhere. */
    static final DescribedPredicate<JavaClass> ARE_OPEN = DescribedPredicate.describe(
            "are not sealed", type -> !type.reflect().isSealed());

    private Conditions() {}

    static ArchCondition<JavaClass> haveAtMostAbstractMethods(int most) {
        return condition("have at most " + most + " abstract methods", (type, events) -> {
            long count = type.getMethods().stream()
                    .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                    .count();
            if (count > most) {
                violated(events, type, "has " + count + " abstract methods");
            }
        });
    }

    static ArchCondition<JavaClass> declareMethod(String name) {
        return condition("declare " + name, (type, events) -> {
            if (type.getMethods().stream().noneMatch(method -> method.getName().equals(name))) {
                violated(events, type, "does not declare " + name);
            }
        });
    }

    static ArchCondition<JavaClass> resideInNullMarkedPackage() {
        return condition("reside in a package that is @NullMarked", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                violated(events, type, "is in " + type.getPackageName() + ", which is not @NullMarked");
            }
        });
    }

    /** By call or by method reference. Measuring how long something took is not asking what time it is. */
    static ArchCondition<JavaClass> notAskTheTime() {
        return condition(
                "not ask what time it is",
                (type, events) -> type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> asksTheTime(access.getTarget()))
                        .map(JavaCodeUnitAccess::getDescription)
                        .forEach(description -> violated(events, type, description)));
    }

    private static boolean asksTheTime(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        boolean withoutParameters = target.getRawParameterTypes().isEmpty();
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "tick", "tickMillis", "tickSeconds", "tickMinutes" -> owner.equals("java.time.Clock");
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "getInstance" -> owner.endsWith("Calendar");
            case "<init>" -> withoutParameters && OF_NOW.contains(owner);
            default -> target.getName().startsWith("system") && SOURCES_OF_TIME.contains(owner);
        };
    }

    /** By the driver's filter, by its operator in a document, or by asking what was read for its keys. */
    static ArchCondition<JavaClass> notTellAbsentFromNull() {
        return condition(
                "not tell a field that is absent from one that is null",
                (type, events) -> type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> tellsAbsentFromNull(access.getTarget()))
                        .map(JavaCodeUnitAccess::getDescription)
                        .forEach(description -> violated(events, type, description)));
    }

    private static boolean tellsAbsentFromNull(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "exists", "type" -> owner.equals("com.mongodb.client.model.Filters");
            case "containsKey" -> owner.startsWith("org.bson.");
            default -> false;
        };
    }

    private static void violated(ConditionEvents events, JavaClass type, String what) {
        events.add(SimpleConditionEvent.violated(type, type.getName() + " " + what));
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.of(type, events);
            }
        };
    }

    private interface Check {
        void of(JavaClass type, ConditionEvents events);
    }
}
