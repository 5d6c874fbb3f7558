/** The services. */
@NullMarked
package dev.grantkeep.adapter.sql.service;

import org.jspecify.annotations.NullMarked;
