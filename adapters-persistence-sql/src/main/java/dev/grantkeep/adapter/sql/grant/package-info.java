/** The grant heads, and the clients of a subject that follow from them. */
@NullMarked
package dev.grantkeep.adapter.sql.grant;

import org.jspecify.annotations.NullMarked;
