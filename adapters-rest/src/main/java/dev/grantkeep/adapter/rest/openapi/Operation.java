package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.error.Group;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The declaration of a call: what it takes, what it answers and who may make it. */
final class Operation {
    private final String id;
    private final String method;
    private final String v2;
    private final String v3;
    private final String summary;
    private Caller caller = Caller.SERVICE;
    private @Nullable Body body;
    private @Nullable Group group;
    private boolean aboutClient;
    private final List<Field> query = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<ResultCode> codes = new ArrayList<>();

    private Operation(String method, String id, String v2, String v3, String summary) {
        this.method = method;
        this.id = id;
        this.v2 = v2;
        this.v3 = v3;
        this.summary = summary;
    }

    /** Who may make a call. */
    enum Caller {
        /** The service that the call is for; in 3.0 the owner of all services too. */
        SERVICE,
        /** The owner of all services. */
        OWNER,
        /** In 2.x the owner, in 3.0 the service or the owner. */
        OWNER_OF_2,
        /** The service, or the owner of all services. */
        SERVICE_OR_OWNER,
        ANYBODY
    }

    /** @param members whether it is the members of a service or client, whose lists a form repeats */
    record Body(String component, List<Field> fields, boolean members) {
        boolean isRequired() {
            return members || fields.stream().anyMatch(Field::required);
        }
    }

    /** A call of one service, whose path has the service before it in 3.0. */
    static Operation of(String method, String id, String path, String summary) {
        return new Operation(method, id, "/api" + path, "/api/{serviceId}" + path, summary);
    }

    /** A call whose path is the same in 2.x and 3.0. */
    static Operation shared(String method, String id, String path, String summary) {
        return new Operation(method, id, path, path, summary);
    }

    /** A call whose path differs in more than the service before it. */
    static Operation renamed(String method, String id, String v2, String v3, String summary) {
        return new Operation(method, id, "/api" + v2, "/api/{serviceId}" + v3, summary);
    }

    Operation by(Caller who) {
        caller = who;
        return this;
    }

    /** What a GET or DELETE takes in its query. */
    Operation asks(Field... fields) {
        query.addAll(Arrays.asList(fields));
        return this;
    }

    Operation takes(String component, List<Field> fields) {
        body = new Body(component, fields, false);
        return this;
    }

    Operation takes(String component, Field... fields) {
        return takes(component, Arrays.asList(fields));
    }

    Operation takesMembers(String component) {
        body = new Body(component, List.of(), true);
        return this;
    }

    Operation answers(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** Whose refusals, by an HTTP status, these are. */
    Operation refusedBy(Group family) {
        group = family;
        return this;
    }

    /** Is about one client, which may not exist, be another service's or be locked. */
    Operation aboutClient() {
        aboutClient = true;
        return this;
    }

    Operation codes(ResultCode... some) {
        codes.addAll(Arrays.asList(some));
        return this;
    }

    Operation codes(Stream<ResultCode> some) {
        some.forEach(codes::add);
        return this;
    }

    Operation codes(Collection<ResultCode> some) {
        codes.addAll(some);
        return this;
    }

    String id() {
        return id;
    }

    String method() {
        return method;
    }

    String path(Dialect dialect) {
        return dialect == Dialect.V2 ? v2 : v3;
    }

    String summary() {
        return summary;
    }

    Caller caller() {
        return caller;
    }

    List<Field> query() {
        return query;
    }

    @Nullable
    Body body() {
        return body;
    }

    List<Answer> answers() {
        return answers;
    }

    List<ResultCode> codes() {
        return codes;
    }

    @Nullable
    Group group() {
        return group;
    }

    boolean isAboutClient() {
        return aboutClient;
    }
}
