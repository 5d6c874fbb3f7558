/** The services on MongoDB. */
@NullMarked
package dev.grantkeep.adapter.mongo.service;

import org.jspecify.annotations.NullMarked;
