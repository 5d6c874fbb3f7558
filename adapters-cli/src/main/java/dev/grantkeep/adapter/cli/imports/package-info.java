/** Moving in: what other servers export becomes services, clients, consents and tokens of a running Grantkeep. */
@NullMarked
package dev.grantkeep.adapter.cli.imports;

import org.jspecify.annotations.NullMarked;
