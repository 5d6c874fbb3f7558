/**
 * The descriptions of the API (OpenAPI 3.1), one for each dialect: made of one declaration for each call and of the tables
 * of members, when somebody asks for them. Nothing that serves other calls depends on this package.
 */
@NullMarked
package dev.grantkeep.adapter.rest.openapi;

import org.jspecify.annotations.NullMarked;
