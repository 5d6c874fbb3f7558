/** Documents that others publish: fetched once for all who want them, and kept for as long as they live. */
@NullMarked
package dev.grantkeep.adapter.http.document;

import org.jspecify.annotations.NullMarked;
