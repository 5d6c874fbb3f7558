/** What the measurements ask of a database server, whatever kind it is. */
@NullMarked
package dev.grantkeep.benchmark.database;

import org.jspecify.annotations.NullMarked;
