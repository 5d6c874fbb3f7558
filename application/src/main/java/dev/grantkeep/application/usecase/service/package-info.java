/** Use cases on services. */
@NullMarked
package dev.grantkeep.application.usecase.service;

import org.jspecify.annotations.NullMarked;
