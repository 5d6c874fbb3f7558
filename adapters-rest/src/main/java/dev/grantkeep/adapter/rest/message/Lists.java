package dev.grantkeep.adapter.rest.message;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.Deadline;
import dev.grantkeep.application.port.in.Contended;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Writes the entries of lists. They are read and written piece by piece, so that a list takes little more memory than its
 * text; few long texts are made at once, and there is a longest one. What tenants have stored would otherwise decide how
 * much memory a call takes.
 */
@Singleton
public final class Lists {
    /** The longest text of a list's entries, in bytes. */
    public static final int MAX_BYTES = 16 << 20;

    /** A text of this many bytes is a long one. */
    private static final int LONG = 1 << 20;

    private static final int LONG_ONES = 2;

    /** The bytes that one reading aims at. */
    private static final int PIECE = 4 << 20;

    private final Semaphore longOnes = new Semaphore(LONG_ONES, true);

    /** The entries that a window shows. */
    public static final class Entries {
        private final byte[] array;
        private final int size;
        private final int total;

        private Entries(byte[] array, int size, int total) {
            this.array = array;
            this.size = size;
            this.total = total;
        }

        /** A JSON array; it is not copied. */
        byte[] array() {
            return array;
        }

        /** How many there are. */
        public int size() {
            return size;
        }

        /** How many there are without the window. */
        public int total() {
            return total;
        }
    }

    /**
     * @param first how many entries are read at first: what they take is not known before
     * @throws BadRequest if the text becomes too long
     * @throws Contended if other long lists are written for too long
     */
    public <T> Entries write(Window window, int first, Function<Window, Page<T>> read, Function<T, JsonNode> write) {
        return write(read, new Writing<>(window, first, Window.MAX_SIZE, write));
    }

    /**
     * For entries that show only some of what is read: their text does not say how much that is.
     *
     * @param most how many entries are read at once
     * @throws BadRequest if the text becomes too long
     * @throws Contended if other long lists are written for too long
     */
    public <T> Entries writeExcerpts(
            Window window, int most, Function<Window, Page<T>> read, Function<T, JsonNode> write) {
        return write(read, new Writing<>(window, most, most, write));
    }

    private <T> Entries write(Function<Window, Page<T>> read, Writing<T> writing) {
        boolean isLong = false;
        try {
            while (writing.next(read)) {
                if (!isLong && writing.size() > LONG) {
                    isLong = hasTurn();
                }
            }
        } finally {
            if (isLong) {
                longOnes.release();
            }
        }
        return writing.entries();
    }

    private boolean hasTurn() {
        try {
            if (longOnes.tryAcquire(Deadline.current().nanosLeft(), TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Contended();
    }

    /** The list as far as it is written. */
    private static final class Writing<T> {
        private final ByteArrayOutputStream array = new ByteArrayOutputStream(1_024);
        private final Function<T, JsonNode> write;
        private final int end;
        private final int most;
        private int at;
        private int piece;
        private int count;
        private int total;

        Writing(Window window, int first, int most, Function<T, JsonNode> write) {
            this.write = write;
            this.at = window.start();
            this.end = window.end();
            this.piece = first;
            this.most = most;
            array.write('[');
        }

        /** Whether there may be more. */
        boolean next(Function<Window, Page<T>> read) {
            Window window = new Window(at, at + Math.min(end - at, piece));
            Page<T> page = read.apply(window);
            page.items().forEach(this::add);
            total = page.total();
            at = window.end();
            piece = count == 0 ? piece : Math.clamp(PIECE / (array.size() / count), 1, most);
            // Not how many came says whether there are more: an entry that cannot be read is left out.
            return at < Math.min(end, total);
        }

        private void add(T item) {
            if (count++ > 0) {
                array.write(',');
            }
            array.writeBytes(Json.write(write.apply(item)));
            if (array.size() > MAX_BYTES) {
                throw new BadRequest("The entries between 'start' and 'end' take more than " + MAX_BYTES
                        + " bytes: ask for fewer at once.");
            }
        }

        int size() {
            return array.size();
        }

        Entries entries() {
            array.write(']');
            return new Entries(array.toByteArray(), count, total);
        }
    }
}
