package dev.grantkeep.benchmark.report;

/**
 * A row of the results' table.
 *
 * @param work what was done
 * @param ratio what came out, as a ratio where there is one
 * @param target what it shall be
 * @param verdict whether it is
 * @param grantkeep Grantkeep's figures
 * @param floor the floor's, or what else it is compared with
 */
public record Finding(String work, String ratio, String target, Verdict verdict, String grantkeep, String floor) {
    private static final String FAILED = "failed";

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

    /** Whether nothing could be measured. */
    public boolean isFailure() {
        return ratio.equals(FAILED);
    }
}
