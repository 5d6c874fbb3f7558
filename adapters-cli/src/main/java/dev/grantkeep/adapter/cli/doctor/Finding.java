package dev.grantkeep.adapter.cli.doctor;

/**
 * Something that was looked at.
 *
 * @param area what it concerns, such as {@code database} or {@code service 12}
 * @param what one line
 * @param mend what to do; empty if nothing
 */
public record Finding(Severity severity, String area, String what, String mend) {
    /** How bad it is. */
    public enum Severity {
        /** As it should be. */
        OK,
        /** Works, but somebody should think about it. */
        WARNING,
        /** Must be mended. */
        MEND
    }

    static Finding ok(String area, String what) {
        return new Finding(Severity.OK, area, what, "");
    }

    static Finding warning(String area, String what, String mend) {
        return new Finding(Severity.WARNING, area, what, mend);
    }

    static Finding mend(String area, String what, String mend) {
        return new Finding(Severity.MEND, area, what, mend);
    }
}
