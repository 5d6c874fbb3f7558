/** Result codes, their statuses and messages, and the envelope that carries them. */
@NullMarked
package dev.grantkeep.adapter.rest.error;

import org.jspecify.annotations.NullMarked;
