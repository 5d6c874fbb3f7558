/** What use cases of several concepts have to do with keys. */
@NullMarked
package dev.grantkeep.application.usecase.key;

import org.jspecify.annotations.NullMarked;
