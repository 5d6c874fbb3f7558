/**
 * The pages on which users look after the applications that they let in, and the call that makes a link to them. They need
 * no script, and are in the language of the browser.
 */
@NullMarked
package dev.grantkeep.adapter.rest.apps;

import org.jspecify.annotations.NullMarked;
