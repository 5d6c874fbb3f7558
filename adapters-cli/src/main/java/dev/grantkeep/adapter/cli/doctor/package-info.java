/** Looks for what is wrong with a server and around it, and says how to mend it. */
@NullMarked
package dev.grantkeep.adapter.cli.doctor;

import org.jspecify.annotations.NullMarked;
