package dev.grantkeep.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final JavaClasses PRODUCTION = Codebase.production();
    private static final JavaClasses PLANTED = Codebase.planted();

    @ParameterizedTest
    @EnumSource
    void theCodeKeepsTheRule(Rule rule) {
        rule.in(Codebase.ROOT).check(PRODUCTION);
    }

    /** A rule that reports nothing could as well not be there. */
    @ParameterizedTest
    @EnumSource
    void thePlantedViolatorIsReported(Rule rule) {
        List<String> report = rule.in(Codebase.PLANTED_ROOT)
                .evaluate(PLANTED)
                .getFailureReport()
                .getDetails();

        assertThat(report).anyMatch(line -> line.contains(rule.violator()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Instant.now()",
                "LocalDate.now(",
                "ZonedDateTime.now(",
                "InstantSource.system()",
                "Clock.systemUTC()",
                "Clock.systemDefaultZone()",
                "Clock.tickMillis(",
                "System.currentTimeMillis()",
                "Date.<init>()",
                "Calendar.getInstance()",
                "GregorianCalendar.<init>()"
            })
    void everyWayToAskTheTimeIsReported(String way) {
        List<String> report = Rule.ONLY_THE_CLOCK_ASKS_THE_TIME
                .in(Codebase.PLANTED_ROOT)
                .evaluate(PLANTED)
                .getFailureReport()
                .getDetails();

        assertThat(report).anyMatch(line -> line.contains("EveryWayToAskTheTime") && line.contains(way));
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(List.of(
                        "domain.token",
                        "application.usecase",
                        "adapter.rest",
                        "adapter.sql",
                        "adapter.mongo",
                        "adapter.jose",
                        "adapter.schema",
                        "adapter.http",
                        "adapter.cli",
                        "bootstrap"))
                .allSatisfy(name -> assertThat(PRODUCTION.containPackage(Codebase.ROOT + "." + name))
                        .isTrue());
    }

    @Test
    void testsAreNotTakenForTheCode() {
        assertThat(PRODUCTION).noneMatch(type -> type.getName().startsWith(Codebase.PLANTED_ROOT));
        assertThat(PRODUCTION).noneMatch(type -> type.getPackageName().endsWith(".memory"));
    }
}
