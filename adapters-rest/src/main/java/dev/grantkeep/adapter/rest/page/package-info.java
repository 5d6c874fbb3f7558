/** Pages for people: templates that were compiled with the code, and the headers that keep a page to itself. */
@NullMarked
package dev.grantkeep.adapter.rest.page;

import org.jspecify.annotations.NullMarked;
