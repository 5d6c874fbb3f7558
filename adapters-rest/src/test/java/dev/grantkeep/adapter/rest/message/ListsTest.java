package dev.grantkeep.adapter.rest.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListsTest {
    private final Lists lists = new Lists();
    private final List<Window> read = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"0,0", "0,1", "0,5", "3,9", "0,30", "0,31", "0,1000", "20,1000", "29,31", "30,40", "50,60"})
    void aWindowShowsWhatIsInIt(int start, int end) {
        Lists.Entries entries = lists.write(new Window(start, end), 3, this::ofThirty, ListsTest::number);

        assertThat(new String(entries.array(), StandardCharsets.UTF_8))
                .isEqualTo(IntStream.range(Math.min(start, 30), Math.min(end, 30))
                        .boxed()
                        .toList()
                        .toString()
                        .replace(" ", ""));
        assertThat(entries.total()).isEqualTo(30);
        assertThat(entries.size()).isEqualTo(Math.max(0, Math.min(end, 30) - Math.min(start, 30)));
    }

    @Test
    void smallEntriesAreReadInTwoTrips() {
        lists.write(new Window(0, 1_000), 3, this::ofThirty, ListsTest::number);

        assertThat(read).containsExactly(new Window(0, 3), new Window(3, 1_000));
    }

    @Test
    void largeEntriesAreReadFewAtATime() {
        lists.write(new Window(0, 20), 3, this::ofThirty, number -> text(500_000));

        assertThat(read).containsExactly(new Window(0, 3), new Window(3, 11), new Window(11, 19), new Window(19, 20));
    }

    @Test
    void excerptsAreReadFewAtATimeHoweverSmall() {
        Lists.Entries entries = lists.writeExcerpts(new Window(5, 1_000), 20, this::ofThirty, ListsTest::number);

        assertThat(read).containsExactly(new Window(5, 25), new Window(25, 45));
        assertThat(entries.size()).isEqualTo(25);
    }

    @Test
    void anEntryThatIsLeftOutEndsNoList() {
        Lists.Entries entries =
                lists.write(new Window(0, 1_000), 3, window -> without(1, ofThirty(window)), ListsTest::number);

        assertThat(entries.size()).isEqualTo(29);
        assertThat(read).containsExactly(new Window(0, 3), new Window(3, 1_000));
    }

    private static Page<Integer> without(int unreadable, Page<Integer> page) {
        return new Page<>(
                page.items().stream().filter(item -> item != unreadable).toList(), page.total());
    }

    @Test
    void moreThanFitsIsABadRequestAndNotReadToItsEnd() {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> lists.write(new Window(0, 1_000), 3, this::ofThirty, number -> text(1_000_000)))
                .withMessageContaining("ask for fewer");
        assertThat(read).hasSizeLessThan(6);
        for (int i = 0; i < 3; i++) {
            assertThat(lists.write(new Window(0, 3), 3, this::ofThirty, number -> text(1_000_000))
                            .size())
                    .isEqualTo(3);
        }
    }

    private Page<Integer> ofThirty(Window window) {
        read.add(window);
        return new Page<>(
                IntStream.range(window.start(), Math.min(window.end(), 30))
                        .boxed()
                        .toList(),
                30);
    }

    private static JsonNode number(int number) {
        return JsonNode.createNumberNode(number);
    }

    private static JsonNode text(int length) {
        return JsonNode.createStringNode("x".repeat(length));
    }
}
