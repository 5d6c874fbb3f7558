/** Clients: their JSON form and {@code client/*}. */
@NullMarked
package dev.grantkeep.adapter.rest.client;

import org.jspecify.annotations.NullMarked;
