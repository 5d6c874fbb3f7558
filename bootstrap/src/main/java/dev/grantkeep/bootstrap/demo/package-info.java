/** Example data for trying Grantkeep out: the environment {@code demo} makes it and says what to do with it. */
@NullMarked
package dev.grantkeep.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
