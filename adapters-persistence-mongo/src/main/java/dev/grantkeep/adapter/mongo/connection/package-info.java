/** The connection to MongoDB: its settings, its start, its health, and how its failures leave. */
@NullMarked
package dev.grantkeep.adapter.mongo.connection;

import org.jspecify.annotations.NullMarked;
