package dev.grantkeep.adapter.mongo.token;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Filters;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.out.TokenQueries.Selection;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Which records a list shows, as a filter. A subject's records are found by its heads. */
@Singleton
final class TokenSelection {
    private final Database database;

    TokenSelection(Database database) {
        this.database = database;
    }

    Bson filter(Selection selection) {
        List<Bson> filters = new ArrayList<>();
        filters.add(eq(Names.SERVICE, selection.service().value()));
        addOwner(selection, filters);
        Date now = Date.from(selection.now());
        if (selection.status() != TokenStatus.ALL) {
            filters.add(
                    selection.status() == TokenStatus.VALID
                            ? gt(Names.ACCESS_EXPIRES_AT, now)
                            : lte(Names.ACCESS_EXPIRES_AT, now));
        }
        return Filters.and(filters);
    }

    private void addOwner(Selection selection, List<Bson> filters) {
        ClientId client = selection.client();
        Subject subject = selection.subject();
        if (client != null) {
            filters.add(eq(Names.CLIENT, client.value()));
        }
        if (client != null && subject != null) {
            filters.add(eq(Names.HEAD, Keys.of(new GrantKey(selection.service(), client, subject))));
        } else if (subject != null) {
            List<Document> heads = heads(selection.service(), subject);
            filters.add(in(
                    Names.CLIENT,
                    heads.stream().map(head -> head.getLong(Names.CLIENT)).toList()));
            filters.add(in(
                    Names.HEAD,
                    heads.stream().map(head -> head.getString(Names.ID)).toList()));
        }
    }

    private List<Document> heads(ServiceId service, Subject subject) {
        return database.call(
                Collections.GRANT_HEAD,
                heads -> heads.find(Filters.and(eq(Names.SERVICE, service.value()), eq(Names.SUBJECT, subject.value())))
                        .projection(include(Names.CLIENT))
                        .into(new ArrayList<>()));
    }
}
