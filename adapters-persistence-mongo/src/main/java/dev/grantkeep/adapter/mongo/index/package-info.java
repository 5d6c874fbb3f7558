/** The collections and all their indexes, in one list. */
@NullMarked
package dev.grantkeep.adapter.mongo.index;

import org.jspecify.annotations.NullMarked;
