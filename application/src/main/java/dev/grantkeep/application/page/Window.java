package dev.grantkeep.application.page;

/** A part of a list: from {@code start}, inclusive, to {@code end}, exclusive; 1,000 entries at most. */
public record Window(int start, int end) {
    public static final int MAX_SIZE = 1_000;

    public Window {
        if (!isValid(start, end)) {
            throw new IllegalArgumentException("a window has 0 <= start <= end and at most " + MAX_SIZE + " entries");
        }
    }

    public static boolean isValid(long start, long end) {
        return start >= 0 && start <= end && end <= Integer.MAX_VALUE && end - start <= MAX_SIZE;
    }

    public int size() {
        return end - start;
    }
}
