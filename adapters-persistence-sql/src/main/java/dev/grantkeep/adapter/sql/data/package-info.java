/** What the repositories of Micronaut Data share: how they are called, and how what they list is paged. */
@NullMarked
package dev.grantkeep.adapter.sql.data;

import org.jspecify.annotations.NullMarked;
