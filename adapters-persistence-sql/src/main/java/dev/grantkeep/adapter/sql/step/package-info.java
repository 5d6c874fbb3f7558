/** The short-lived steps: tickets, authorization codes. */
@NullMarked
package dev.grantkeep.adapter.sql.step;

import org.jspecify.annotations.NullMarked;
