/** The stores on H2 and PostgreSQL. Their beans exist when {@code grantkeep.persistence} is {@code sql}. */
@Configuration
@Requires(property = "grantkeep.persistence", value = "sql")
@NullMarked
package dev.grantkeep.adapter.sql;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
