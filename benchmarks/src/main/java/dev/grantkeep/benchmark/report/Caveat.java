package dev.grantkeep.benchmark.report;

/**
 * What has to be said of results that could be taken for more than they are. It goes into the title, the first lines,
 * every row and every plot; no target counts as reached or missed.
 *
 * @param mark a few words
 * @param text all of it, as Markdown
 */
public record Caveat(String mark, String text) {
    Finding of(Finding finding) {
        return new Finding(
                "**" + mark + "**: " + finding.work(),
                finding.ratio(),
                "",
                finding.isFailure() ? finding.verdict() : Finding.Verdict.OPEN,
                finding.grantkeep(),
                finding.floor(),
                finding.noise());
    }

    Plot of(Plot plot) {
        return new Plot(plot.title() + " – " + mark, plot.across(), plot.up(), plot.lines());
    }
}
