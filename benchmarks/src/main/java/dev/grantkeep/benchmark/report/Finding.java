package dev.grantkeep.benchmark.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of the results' table.
 *
 * @param work what was done
 * @param ratio what came out, as a ratio where there is one
 * @param target what it shall be
 * @param verdict whether it is
 * @param grantkeep Grantkeep's figures
 * @param floor the floor's, or what else it is compared with
 * @param noise what cannot be told from chance; empty if nothing is
 */
public record Finding(
        String work, String ratio, String target, Verdict verdict, String grantkeep, String floor, String noise) {
    private static final String FAILED = "failed";

    public Finding(String work, String ratio, String target, Verdict verdict, String grantkeep, String floor) {
        this(work, ratio, target, verdict, grantkeep, floor, "");
    }

    /** Whether a target is reached. */
    public enum Verdict {
        YES,
        NO,
        /** There is no target, or too little was measured to say. */
        OPEN;

        public static Verdict of(boolean reached) {
            return reached ? YES : NO;
        }
    }

    public static Finding failed(String work, String why) {
        return new Finding(work, FAILED, "", Verdict.NO, why.lines().findFirst().orElse(""), "");
    }

    /**
     * The same, saying so when some rounds are on one side of 1.00, or of the target, and some on the other.
     *
     * @param rounds their ratios
     * @param limit the target; 0 if there is none
     */
    public Finding withNoise(Spread rounds, double limit) {
        List<String> of = new ArrayList<>();
        if (rounds.covers(1)) {
            of.add("1.00");
        }
        if (limit != 1 && rounds.covers(limit)) {
            of.add("the target");
        }
        String text = of.isEmpty() ? "" : "within the noise of " + String.join(" and of ", of);
        return new Finding(work, ratio, target, verdict, grantkeep, floor, text);
    }

    /** Whether nothing could be measured. */
    public boolean isFailure() {
        return ratio.equals(FAILED);
    }
}
