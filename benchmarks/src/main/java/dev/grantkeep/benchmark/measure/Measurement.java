package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.report.Section;

/** Measures one kind of work. */
@FunctionalInterface
interface Measurement {
    Section measure(Bench bench);
}
