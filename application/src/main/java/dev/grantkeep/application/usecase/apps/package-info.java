/** What users do about the applications that they let in. */
@NullMarked
package dev.grantkeep.application.usecase.apps;

import org.jspecify.annotations.NullMarked;
