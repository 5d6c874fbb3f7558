package dev.grantkeep.benchmark.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCredential;
import org.jspecify.annotations.Nullable;

/** A connection string, of which other databases than the one in it are used. It may hold a password. */
record MongoUri(String text) {
    /** The same with another database. Who the user is does not change with it. */
    String in(String database) {
        String[] parts = text.split("\\?", 2);
        int path = parts[0].indexOf('/', parts[0].indexOf("://") + 3);
        String hosts = path < 0 ? parts[0] : parts[0].substring(0, path);
        String options = options(parts.length == 1 ? "" : parts[1]);
        return hosts + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }

    /** Without an option that says where the user is looked up, it is the database in the connection string. */
    private String options(String given) {
        @Nullable MongoCredential credential = new ConnectionString(text).getCredential();
        if (credential == null || given.contains("authSource=")) {
            return given;
        }
        return (given.isEmpty() ? "" : given + "&") + "authSource=" + credential.getSource();
    }

    @Override
    public String toString() {
        return "MongoUri[hidden]";
    }
}
