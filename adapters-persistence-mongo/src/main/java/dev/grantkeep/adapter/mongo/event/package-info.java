/** What happened, in the document of the state that it led to. */
@NullMarked
package dev.grantkeep.adapter.mongo.event;

import org.jspecify.annotations.NullMarked;
