package dev.grantkeep.adapter.mongo.connection;

import dev.grantkeep.application.contract.Stores;
import java.util.function.Function;

/** A write of a port, to be tried on stores whose connection breaks. */
record Change(String name, Function<Stores, Trial> prepare) {
    /**
     * One try.
     *
     * @param act writes
     * @param look sees what the write changes
     * @param after what is to be seen once it is written
     */
    record Trial(Function<Stores, ?> act, Function<Stores, ?> look, Object after) {}

    @Override
    public String toString() {
        return name;
    }
}
