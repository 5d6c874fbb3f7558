/** MongoDB, given or stood in for: databases, documents and sizes. */
@NullMarked
package dev.grantkeep.benchmark.mongo;

import org.jspecify.annotations.NullMarked;
