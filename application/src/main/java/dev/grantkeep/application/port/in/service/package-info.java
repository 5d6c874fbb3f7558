/** Use cases on services. */
@NullMarked
package dev.grantkeep.application.port.in.service;

import org.jspecify.annotations.NullMarked;
