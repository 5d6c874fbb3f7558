package dev.grantkeep.adapter.sql.jdbc;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Items in an order in which every transaction takes them, so that two never wait for each other in a circle.
 *
 * @param items in that order
 */
public record InOrder<I>(List<I> items, List<Integer> places) {
    public static <I> InOrder<I> of(List<I> items, Comparator<? super I> order) {
        List<Integer> places = IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparing(items::get, order))
                .toList();
        return new InOrder<>(places.stream().map(items::get).toList(), places);
    }

    /** What was counted of the items, in the order in which they were given. */
    public int[] asGiven(int[] counts) {
        int[] given = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            given[places.get(i)] = counts[i];
        }
        return given;
    }
}
