/** The short-lived steps on MongoDB: tickets, authorization codes. */
@NullMarked
package dev.grantkeep.adapter.mongo.step;

import org.jspecify.annotations.NullMarked;
