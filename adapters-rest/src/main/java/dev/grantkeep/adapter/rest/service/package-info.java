/** Services: their JSON form and {@code service/*}. */
@NullMarked
package dev.grantkeep.adapter.rest.service;

import org.jspecify.annotations.NullMarked;
