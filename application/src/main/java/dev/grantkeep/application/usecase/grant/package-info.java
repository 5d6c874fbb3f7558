/** Use cases on grants, and the one place that writes grant heads. */
@NullMarked
package dev.grantkeep.application.usecase.grant;

import org.jspecify.annotations.NullMarked;
