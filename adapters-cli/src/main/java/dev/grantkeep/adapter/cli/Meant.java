package dev.grantkeep.adapter.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Finds what somebody meant who wrote an option or a command that is not there. */
final class Meant {
    private static final int MOST_SLIPS = 3;

    private Meant() {}

    /** The option or command whose name is nearest; empty if none is near. */
    static Optional<String> by(String written, CommandSpec in) {
        String name = written.replaceFirst("=.*", "");
        return Stream.concat(
                        in.options().stream().flatMap(option -> Stream.of(option.names())),
                        in.subcommands().keySet().stream())
                .filter(known -> known.startsWith("-") == name.startsWith("-"))
                .filter(known -> slips(name, known) <= Math.min(MOST_SLIPS, known.length() / 2))
                .min(Comparator.comparingInt(known -> slips(name, known)));
    }

    /** The same for the first of several that has one. */
    static Optional<String> by(Collection<String> written, CommandSpec in) {
        return written.stream()
                .map(each -> by(each, in))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How many characters were left out, added, taken for another or swapped with their neighbour (Damerau, 1964). */
    static int slips(String from, String to) {
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : best(least, from, to, i, j);
            }
        }
        return least[from.length()][to.length()];
    }

    private static int best(int[][] least, String from, String to, int i, int j) {
        int differs = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(least[i - 1][j], least[i][j - 1]) + 1, least[i - 1][j - 1] + differs);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
    }
}
