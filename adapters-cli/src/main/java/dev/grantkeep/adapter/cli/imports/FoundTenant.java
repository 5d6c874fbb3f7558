package dev.grantkeep.adapter.cli.imports;

import java.util.Map;

/**
 * A service in an export.
 *
 * @param id its number there
 * @param members as {@code service/create} takes them
 */
record FoundTenant(String id, Map<String, Object> members) {}
