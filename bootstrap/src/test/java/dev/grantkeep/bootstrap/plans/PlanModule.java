package dev.grantkeep.bootstrap.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/**
 * A test module of a certification plan, and the test here that holds the same.
 *
 * @param test the end of its class's name and its method, or {@link #FRONT_END}
 * @param lacking what Grantkeep does not do of it, or nothing; the test is then that of what it does instead
 */
record PlanModule(String name, List<String> plans, String intent, String test, String lacking) {
    static final String FRONT_END = "the front end alone";

    /** Of a table with a line for each: name, plans, intent, test and what is lacking, if anything is. */
    static Stream<PlanModule> of(String table) {
        return table.lines().map(PlanModule::ofLine);
    }

    private static PlanModule ofLine(String line) {
        String[] cells = line.split(" \\| ");
        assertThat(cells).as(line).hasSizeBetween(4, 5).noneMatch(String::isBlank);
        return new PlanModule(
                cells[0], List.of(cells[1].split(" ")), cells[2], cells[3], cells.length == 5 ? cells[4] : "");
    }

    void assertItsTestExists() {
        if (!test.equals(FRONT_END)) {
            String[] parts = test.split("#");
            assertThat(parts).as(test).hasSize(2);
            assertThat(TestSource.of(parts[0]).tests()).as(test).contains(parts[1]);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
