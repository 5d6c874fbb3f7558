package dev.grantkeep.bootstrap.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Conditions that ArchUnit does not have. */
final class Conditions {
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
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "<init>" ->
                owner.equals("java.util.Date") && target.getRawParameterTypes().isEmpty();
            default -> owner.equals("java.time.Clock") && target.getName().startsWith("system");
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
