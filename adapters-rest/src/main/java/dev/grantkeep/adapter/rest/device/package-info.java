/** The device flow: a device's request, and the decision about it. */
@NullMarked
package dev.grantkeep.adapter.rest.device;

import org.jspecify.annotations.NullMarked;
