package dev.grantkeep.adapter.cli.output;

import dev.grantkeep.adapter.cli.program.Surroundings;
import java.util.function.Supplier;

/** Prints results in the format that was asked for. */
public final class Output {
    private final Surroundings around;
    private final Format format;

    public Output(Surroundings around, Format format) {
        this.around = around;
        this.format = format;
    }

    public boolean isJson() {
        return format == Format.JSON;
    }

    /** A result, as a table or as JSON. */
    public void print(Supplier<Table> table, Object tree) {
        if (isJson()) {
            line(PrettyJson.write(tree));
        } else {
            table.get().lines().forEach(this::line);
        }
    }

    public void line(String text) {
        around.out().println(text);
    }

    /** What is not the result, such as a word to people. */
    public void note(String text) {
        around.err().println(text);
    }
}
