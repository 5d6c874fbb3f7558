/** The clients. */
@NullMarked
package dev.grantkeep.adapter.sql.client;

import org.jspecify.annotations.NullMarked;
