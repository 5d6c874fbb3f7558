package dev.grantkeep.bootstrap.e2e;

import com.google.gson.JsonObject;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Objects;
import org.bson.Document;

/** What the release before this one does with the settings of clients and services, statement by statement. */
interface ReleaseBefore extends AutoCloseable {
    static ReleaseBefore on(StoreMode mode, StoredBefore stored) {
        try {
            return mode == StoreMode.MONGODB ? new Mongo(stored.mongoUri()) : new Sql(stored.connection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name that it finds. */
    String nameOfClient(long id) throws SQLException;

    String nameOfService(long id) throws SQLException;

    /** Reads all, changes the name and writes all. */
    void renameClient(long id, String name) throws SQLException;

    void renameService(long id, String name) throws SQLException;

    /** Makes a client like another. */
    void addClient(long id, long like) throws SQLException;

    @Override
    void close() throws SQLException;

    /** As its log of statements has them. */
    record Sql(Connection connection) implements ReleaseBefore {
        private static final String FIND_CLIENT = """
                SELECT client_row_."id",client_row_."service_id",client_row_."number",client_row_."secret",\
                client_row_."developer",client_row_."alias",client_row_."settings",client_row_."opaque",\
                client_row_."locked",client_row_."generation",client_row_."created_at",client_row_."modified_at",\
                client_row_."version",client_row_."seat" FROM "client" client_row_ \
                WHERE (client_row_."id" = ? AND client_row_.removed_at is null and exists \
                (select 1 from service s where s.id = client_row_.service_id and s.removed_at is null))""";
        private static final String INSERT_CLIENT = """
                INSERT INTO "client" ("service_id","number","secret","developer","alias","settings","opaque","locked",\
                "generation","created_at","modified_at","version","seat","id") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)""";
        private static final String UPDATE_CLIENT = """
                update client
                set purge_marked_at = case when generation = ? then purge_marked_at else ? end,
                    cut_off = cut_off or generation <> ?,
                    secret = ?, developer = ?, alias = ?, settings = ?, opaque = ?,
                    locked = ?, generation = ?, modified_at = ?, version = ?,
                    seat = ?
                where id = ? and service_id = ? and version = ? - 1 and removed_at is null
                """;
        private static final String FIND_SERVICE = """
                SELECT service_row_."id",service_row_."number",service_row_."secret",service_row_."secret_hash",\
                service_row_."derivation_key",service_row_."settings",service_row_."opaque",service_row_."created_at",\
                service_row_."modified_at",service_row_."version" FROM "service" service_row_ \
                WHERE (service_row_."id" = ? AND service_row_.removed_at is null)""";
        private static final String UPDATE_SERVICE = """
                update service
                set secret = ?, secret_hash = ?, derivation_key = ?, settings = ?,
                    opaque = ?, modified_at = ?, version = ?
                where id = ? and version = ? - 1 and removed_at is null
                """;

        @Override
        public String nameOfClient(long id) throws SQLException {
            return name(FIND_CLIENT, id);
        }

        @Override
        public String nameOfService(long id) throws SQLException {
            return name(FIND_SERVICE, id);
        }

        private String name(String find, long id) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(find);
                    ResultSet row = found(statement, id)) {
                Json.parse(row.getString("opaque"));
                return Json.parse(row.getString("settings"))
                        .getAsJsonObject()
                        .get("name")
                        .getAsString();
            }
        }

        @Override
        public void renameClient(long id, String name) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(FIND_CLIENT);
                    ResultSet row = found(statement, id)) {
                long generation = row.getLong("generation");
                Timestamp modified = row.getTimestamp("modified_at");
                long version = row.getLong("version") + 1;
                write(
                        UPDATE_CLIENT,
                        generation,
                        modified,
                        generation,
                        row.getString("secret"),
                        row.getString("developer"),
                        row.getString("alias"),
                        renamed(row, name),
                        row.getString("opaque"),
                        row.getBoolean("locked"),
                        generation,
                        modified,
                        version,
                        row.getObject("seat"),
                        id,
                        row.getLong("service_id"),
                        version);
            }
        }

        @Override
        public void addClient(long id, long like) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(FIND_CLIENT);
                    ResultSet row = found(statement, like)) {
                write(
                        INSERT_CLIENT,
                        row.getLong("service_id"),
                        row.getInt("number"),
                        row.getString("secret"),
                        row.getString("developer"),
                        null,
                        row.getString("settings"),
                        row.getString("opaque"),
                        row.getBoolean("locked"),
                        row.getLong("generation"),
                        row.getTimestamp("created_at"),
                        row.getTimestamp("modified_at"),
                        1L,
                        null,
                        id);
            }
        }

        @Override
        public void renameService(long id, String name) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(FIND_SERVICE);
                    ResultSet row = found(statement, id)) {
                long version = row.getLong("version") + 1;
                write(
                        UPDATE_SERVICE,
                        row.getString("secret"),
                        row.getBytes("secret_hash"),
                        row.getString("derivation_key"),
                        renamed(row, name),
                        row.getString("opaque"),
                        row.getTimestamp("modified_at"),
                        version,
                        id,
                        version);
            }
        }

        private static String renamed(ResultSet row, String name) throws SQLException {
            JsonObject settings = Json.parse(row.getString("settings")).getAsJsonObject();
            settings.addProperty("name", name);
            return settings.toString();
        }

        private static ResultSet found(PreparedStatement statement, long id) throws SQLException {
            statement.setLong(1, id);
            ResultSet row = statement.executeQuery();
            if (!row.next()) {
                throw new IllegalStateException("it finds nothing");
            }
            return row;
        }

        private void write(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                if (statement.executeUpdate() != 1) {
                    throw new IllegalStateException("it writes nothing");
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** It replaces a service, and sets the fields of a client that it knows. */
    record Mongo(MongoClient client, String database) implements ReleaseBefore {
        Mongo(String uri) {
            this(MongoClients.create(uri), uri.replaceFirst(".*/([^?]+).*", "$1"));
        }

        @Override
        public String nameOfClient(long id) {
            return name("client", id);
        }

        @Override
        public String nameOfService(long id) {
            return name("service", id);
        }

        private String name(String collection, long id) {
            return Objects.requireNonNull(settings(found(collection, id)).getString("name"));
        }

        @Override
        public void renameClient(long id, String name) {
            Document found = found("client", id);
            settings(found).put("name", name);
            collection("client")
                    .updateOne(
                            Filters.and(Filters.eq(id), Filters.eq("version", found.getLong("version"))),
                            Updates.combine(
                                    Updates.set("settings", settings(found)),
                                    Updates.set("version", found.getLong("version") + 1)));
        }

        @Override
        public void renameService(long id, String name) {
            Document found = withoutDocument(found("service", id));
            settings(found).put("name", name);
            found.put("version", found.getLong("version") + 1);
            collection("service").replaceOne(Filters.eq(id), found);
        }

        @Override
        public void addClient(long id, long like) {
            Document found = withoutDocument(found("client", like));
            found.put("_id", id);
            found.put("version", 1L);
            found.remove("aliasKey");
            found.remove("seatKey");
            collection("client").insertOne(found);
        }

        private static Document withoutDocument(Document found) {
            found.remove("document");
            found.remove("documentVersion");
            return found;
        }

        private static Document settings(Document found) {
            return found.get("settings", Document.class);
        }

        private Document found(String collection, long id) {
            return Objects.requireNonNull(
                    collection(collection).find(Filters.eq(id)).first());
        }

        private MongoCollection<Document> collection(String name) {
            return client.getDatabase(database).getCollection(name);
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
