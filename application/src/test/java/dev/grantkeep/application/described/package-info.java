/** Holds a server's answers against its description of them; for the tests of all modules that have a server. */
@NullMarked
package dev.grantkeep.application.described;

import org.jspecify.annotations.NullMarked;
