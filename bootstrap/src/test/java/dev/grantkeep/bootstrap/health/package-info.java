@NullMarked
package dev.grantkeep.bootstrap.health;

import org.jspecify.annotations.NullMarked;
