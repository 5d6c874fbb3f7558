/** Use cases on clients. */
@NullMarked
package dev.grantkeep.application.usecase.client;

import org.jspecify.annotations.NullMarked;
