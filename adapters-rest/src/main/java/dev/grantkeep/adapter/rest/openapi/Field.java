package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.message.Dialect;
import java.util.EnumSet;
import java.util.Set;

/**
 * A member of a request or an answer.
 *
 * @param required whether it is always there
 * @param form whether a form can carry it, and not only JSON
 * @param dialects in which it is
 */
record Field(String name, Schema schema, boolean required, boolean form, Set<Dialect> dialects) {
    static Field of(String name, Schema schema) {
        return new Field(name, schema, false, true, EnumSet.allOf(Dialect.class));
    }

    Field always() {
        return new Field(name, schema, true, form, dialects);
    }

    Field onlyJson() {
        return new Field(name, schema, required, false, dialects);
    }

    Field only(Dialect dialect) {
        return new Field(name, schema, required, form, Set.of(dialect));
    }

    boolean isIn(Dialect dialect) {
        return dialects.contains(dialect);
    }
}
