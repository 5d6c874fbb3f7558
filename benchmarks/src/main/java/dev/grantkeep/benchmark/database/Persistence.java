package dev.grantkeep.benchmark.database;

/** The kinds of store that Grantkeep and the floor can be told to use. */
public enum Persistence {
    SQL("sql", "application-sql.yml", "datasources.default.maximum-pool-size"),
    MONGO("mongo", "application-mongo.yml", "mongodb.pool-size");

    private final String setting;
    private final String settingsFile;
    private final String poolSize;

    Persistence(String setting, String settingsFile, String poolSize) {
        this.setting = setting;
        this.settingsFile = settingsFile;
        this.poolSize = poolSize;
    }

    /** As {@code GRANTKEEP_PERSISTENCE} says it, and the environment of the floor. */
    public String setting() {
        return setting;
    }

    /** The file in Grantkeep's jar with what is set for this kind only. */
    public String settingsFile() {
        return settingsFile;
    }

    /** What the size of the pool is called in that file. */
    public String poolSize() {
        return poolSize;
    }
}
