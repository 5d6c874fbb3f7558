/** JSON Schemas of authorization details, by json-schema of dev.harrel, and RE2/J for regular expressions. */
@NullMarked
package dev.grantkeep.adapter.schema;

import org.jspecify.annotations.NullMarked;
