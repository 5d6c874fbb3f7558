package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.StoredBytes;
import dev.grantkeep.benchmark.data.StoredBytes.Part;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Section;
import java.util.List;
import java.util.Locale;

/** What a token takes in the store, with everything that grows with it. */
final class BytesPerToken implements Measurement {
    static final String NAME = "bytes";

    @Override
    public Section measure(Bench bench) {
        bench.stages().floor();
        StoredBytes stored = bench.stages().main().data().bytes();
        bench.progress().say("  %.0f bytes a token, %.0f a grant head", stored.token(), stored.grantHead());
        boolean hasTarget = stored.atMost() > 0;
        Finding finding = new Finding(
                "bytes a token (access and refresh), indexes included",
                "%.0f".formatted(stored.token()),
                hasTarget ? "at most " + stored.atMost() : "",
                hasTarget ? Verdict.of(stored.token() <= stored.atMost()) : Verdict.OPEN,
                "%.0f for the token, %.0f for each grant head".formatted(stored.token(), stored.grantHead()),
                "%.0f, access token only".formatted(stored.floorToken()));
        return Section.of("What a token's bytes are for", List.of(finding), details(stored));
    }

    private static String details(StoredBytes stored) {
        StringBuilder table = new StringBuilder("| part | bytes | for |\n| --- | ---: | --- |\n");
        stored.parts().forEach(part -> table.append(line(part)));
        return table.append(line(new Part("**all**", stored.token(), ""))).toString();
    }

    private static String line(Part part) {
        return String.format(Locale.ROOT, "| %s | %.1f | %s |%n", part.name(), part.bytes(), part.purpose());
    }
}
