package dev.grantkeep.application.contract;

/**
 * What all store contracts share. A store's test extends the contract of each port and supplies its {@link Stores}; all
 * tests may share one database.
 */
public abstract class StoreContract {
    /** The stores to be tested, the same or others at each call, but always over one database. */
    protected abstract Stores stores();

    final Given given() {
        return new Given(stores());
    }
}
