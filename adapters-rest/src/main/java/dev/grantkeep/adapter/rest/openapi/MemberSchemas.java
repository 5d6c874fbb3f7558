package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.client.ClientJson;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.application.document.DescribedMember;
import dev.grantkeep.application.document.MemberTable;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.application.document.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Services and clients: the schemas that are made of the tables of their members. */
final class MemberSchemas {
    private static final String SERVICE = "service";
    private static final String CLIENT = "client";
    private static final List<String> SHOWN_OF_SERVICE =
            List.of("number", "serviceOwnerNumber", "apiKey", "apiSecret", "createdAt", "modifiedAt");
    private static final List<String> SHOWN_OF_CLIENT =
            List.of("number", "serviceNumber", "clientId", "clientSecret", "locked", "createdAt", "modifiedAt");
    private static final Map<String, Object> EXAMPLES = Map.of(
            "serviceName", "Example",
            "issuer", "https://as.example",
            "apiKey", 9_000_000_001L,
            "apiSecret", "a-secret-of-the-service",
            "clientName", "My application",
            "clientId", 17_566_160_603_766L,
            "clientSecret", "a-secret-of-the-client",
            "redirectUris", List.of("https://app.example/callback"),
            "accessTokenDuration", 3_600L);

    private final Dialect dialect;

    MemberSchemas(Dialect dialect) {
        this.dialect = dialect;
    }

    Map<String, Schema> all() {
        MemberTable services = ServiceMembers.table();
        MemberTable clients = ClientMembers.table();
        Map<String, Schema> all = new LinkedHashMap<>();
        all.put(
                "Service",
                whole(services, SERVICE, SHOWN_OF_SERVICE, one -> true).open());
        all.put("ServiceForm", form(services));
        all.put(
                "ServiceOfRequest",
                part(services, SHOWN_OF_SERVICE, one -> !one.secret()).open());
        all.put("Client", whole(clients, CLIENT, SHOWN_OF_CLIENT, one -> true).open());
        all.put("ClientForm", form(clients));
        if (dialect == Dialect.V2) {
            all.put(
                    "ClientOfRequest",
                    part(clients, SHOWN_OF_CLIENT, one -> !one.secret()).open());
            all.put(
                    "AuthorizedClient",
                    part(clients, SHOWN_OF_CLIENT, one -> true).open());
        } else {
            all.put("ClientOfRequest", only(clients, ClientJson.authorizingMembers()));
            all.put("AuthorizedClient", only(clients, ClientJson.limitedMembers()));
        }
        return all;
    }

    private Schema whole(MemberTable table, String type, List<String> shown, Predicate<DescribedMember> which) {
        Field own = Field.of("type", Schema.text("What this is.").with("const", type))
                .only(Dialect.V2);
        return schema(table, shown, which, own.isIn(dialect) ? List.of(own) : List.of());
    }

    private static Schema part(MemberTable table, List<String> shown, Predicate<DescribedMember> which) {
        return schema(table, shown, which, List.of());
    }

    private static Schema only(MemberTable table, List<String> names) {
        return schema(table, SHOWN_OF_CLIENT, member -> names.contains(member.name()), List.of());
    }

    private static Schema schema(
            MemberTable table, List<String> shown, Predicate<DescribedMember> which, List<Field> before) {
        List<Field> fields = new ArrayList<>(before);
        table.described().stream().filter(which).forEach(member -> {
            Field field = Field.of(member.name(), schema(member));
            fields.add(shown.contains(member.name()) ? field.always() : field);
        });
        return Schema.object("", fields);
    }

    /** A form has no objects, and nobody sends what only Grantkeep writes. */
    private static Schema form(MemberTable table) {
        return Schema.object(
                "",
                table.described().stream()
                        .filter(member -> !member.readOnly() && isFlat(member.type()))
                        .map(member -> Field.of(member.name(), schema(member)))
                        .toList());
    }

    private static boolean isFlat(Type type) {
        return switch (type) {
            case Type.ObjectOf object -> false;
            case Type.ListOf list -> isFlat(list.item());
            case Type.Several several -> isFlat(several.list());
            default -> true;
        };
    }

    private static Schema schema(DescribedMember member) {
        Schema schema = TypeSchemas.of(member.type()).describedAs(description(member));
        Schema written = member.readOnly() ? schema.with("readOnly", true) : schema;
        Schema complete = member.byDefault() == null ? written : written.with("default", member.byDefault());
        Object example = EXAMPLES.get(member.name());
        return example == null ? complete : complete.example(Objects.requireNonNull(example));
    }

    private static String description(DescribedMember member) {
        List<String> parts = new ArrayList<>();
        if (member.type() instanceof Type.Seconds) {
            parts.add("In seconds; 0 is unset.");
        }
        if (member.type() instanceof Type.Unset(Type.Whole range)) {
            parts.add("0, which is unset, or from " + range.lowest() + " on.");
        }
        if (member.secret()) {
            parts.add("Never shown to pages.");
        }
        if (member.onlyV3()) {
            parts.add("Of 3.0; 2.x takes and shows it too.");
        }
        if (!member.remark().isEmpty()) {
            parts.add(member.remark());
        }
        return String.join(" ", parts);
    }
}
