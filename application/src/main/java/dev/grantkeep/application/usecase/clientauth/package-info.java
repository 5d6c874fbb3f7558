/** How clients authenticate. */
@NullMarked
package dev.grantkeep.application.usecase.clientauth;

import org.jspecify.annotations.NullMarked;
