package dev.grantkeep.adapter.mongo.testing;

import org.bson.Document;

/** What a server is, by its answer to {@code buildInfo}. */
final class ServerName {
    private ServerName() {}

    /** Another server that speaks MongoDB's protocol gives the version of MongoDB that it stands in for. */
    static String of(Document buildInfo) {
        String version = "version " + buildInfo.getString("version");
        Document ferret = buildInfo.get("ferretdb", Document.class);
        return ferret == null
                ? version
                : "FerretDB " + ferret.getString("version") + ", which is not MongoDB and speaks as its " + version;
    }
}
