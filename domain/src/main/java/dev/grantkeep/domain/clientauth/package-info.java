/** What clients prove who they are with, where that takes more than a comparison. */
@NullMarked
package dev.grantkeep.domain.clientauth;

import org.jspecify.annotations.NullMarked;
