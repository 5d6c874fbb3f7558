package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.domain.value.Members;
import java.util.List;

/** A server from which people move, as its files tell of it. */
interface Export {
    /** By which what was imported is known again. */
    String name();

    /**
     * Takes what a file has.
     *
     * @param top the object that the file is; an array is the member {@code items}
     * @throws IllegalArgumentException if it is none of this server's exports; the message says what was expected
     */
    void read(Members top, Findings into);

    /** All files have been read, in whatever order they came. */
    default void finish(Findings into) {}

    /** The objects of the array that a file is. */
    static List<Members> items(Members top) {
        return top.objects("items");
    }
}
