/** The stores on MongoDB. Their beans exist when {@code grantkeep.persistence} is {@code mongo}. */
@Configuration
@Requires(property = "grantkeep.persistence", value = "mongo")
@NullMarked
package dev.grantkeep.adapter.mongo;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
