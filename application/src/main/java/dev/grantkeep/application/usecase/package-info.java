/** What the use cases share: fresh values, and trying again after a lost race. */
@NullMarked
package dev.grantkeep.application.usecase;

import org.jspecify.annotations.NullMarked;
