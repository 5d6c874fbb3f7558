/** The device flow: what a device asks for, and what is decided about it elsewhere. */
@NullMarked
package dev.grantkeep.application.port.in.device;

import org.jspecify.annotations.NullMarked;
