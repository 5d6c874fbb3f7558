@NullMarked
package dev.grantkeep.bootstrap.signal;

import org.jspecify.annotations.NullMarked;
