/** The other half. */
@NullMarked
package dev.grantkeep.bootstrap.architecture.planted.adapter.mongo.cycletwo;

import org.jspecify.annotations.NullMarked;
