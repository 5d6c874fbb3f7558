/** Windows of lists, and what is seen through them. */
@NullMarked
package dev.grantkeep.application.page;

import org.jspecify.annotations.NullMarked;
