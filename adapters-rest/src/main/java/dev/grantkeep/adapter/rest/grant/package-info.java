/** What users have granted to clients: {@code client/authorization/*} and {@code client/granted_scopes/*}. */
@NullMarked
package dev.grantkeep.adapter.rest.grant;

import org.jspecify.annotations.NullMarked;
