/** How values of the domain are written into documents and read from them. */
@NullMarked
package dev.grantkeep.adapter.mongo.bson;

import org.jspecify.annotations.NullMarked;
