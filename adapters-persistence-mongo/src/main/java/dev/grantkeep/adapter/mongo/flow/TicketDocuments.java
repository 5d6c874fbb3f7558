package dev.grantkeep.adapter.mongo.flow;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.bson.Trees;
import dev.grantkeep.application.document.RequestTree;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Date;
import org.bson.Document;

/** A ticket with its authorization request. */
final class TicketDocuments {
    private TicketDocuments() {}

    static Document write(Ticket ticket) {
        Document document = new Document(Names.ID, Keys.of(ticket.hash(), ticket.service()))
                .append(Names.SERVICE, ticket.service().value())
                .append(Names.EXPIRES_AT, Date.from(ticket.expiresAt()));
        document.putAll(Trees.document(RequestTree.of(ticket.request())));
        return document;
    }

    static Ticket read(Document document) {
        DocumentReader from = new DocumentReader(document);
        return new Ticket(
                Keys.hash(from.binary(Names.ID)),
                new ServiceId(from.number(Names.SERVICE)),
                RequestTree.read(document),
                from.instant(Names.EXPIRES_AT));
    }
}
