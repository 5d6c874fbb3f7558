package dev.grantkeep.application.document;

import dev.grantkeep.domain.protocol.Demand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A member that demands a protection, with a value that does so. They come from the tables: a demand that is declared is
 * tested without anybody naming it.
 *
 * @param example of the member's type, as JSON writes it
 */
public record DemandedMember(String name, String example, Demand demand) {
    public static Stream<DemandedMember> ofService() {
        return of(ServiceMembers.table());
    }

    public static Stream<DemandedMember> ofClient() {
        return of(ClientMembers.table());
    }

    static Stream<DemandedMember> of(MemberTable table) {
        return table.members().values().stream()
                .filter(member -> member.steering() == Member.Steering.DEMAND)
                .map(member -> new DemandedMember(
                        member.name(), json(example(member.type())), Objects.requireNonNull(member.demand())));
    }

    /** The member alone, as the text of a JSON object. */
    public String json() {
        return "{\"" + name + "\":" + example + "}";
    }

    /** A value that asks for something. */
    static Object example(Type type) {
        return switch (type) {
            case Type.Text text -> "1.0";
            case Type.Uri uri -> "https://example.com/";
            case Type.Flag flag -> true;
            case Type.Whole whole -> Math.max(1L, whole.lowest());
            case Type.Unset unset -> example(unset.range());
            case Type.Name name -> name.names().stream().sorted().findFirst().orElseThrow();
            case Type.Seconds seconds -> 1L;
            case Type.ListOf list -> List.of(example(list.item()));
            case Type.Several several -> example(several.list());
            case Type.ObjectOf object -> {
                Map<String, Object> members = new LinkedHashMap<>();
                object.parts().forEach((name, part) -> members.put(name, example(part.type())));
                yield members;
            }
        };
    }

    /** Examples need no escapes. */
    private static String json(Object value) {
        return switch (value) {
            case String text -> '"' + text + '"';
            case List<?> items ->
                items.stream().map(DemandedMember::json).toList().toString();
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(member -> json(member.getKey()) + ":" + json(member.getValue()))
                        .toList()
                        .toString()
                        .replaceFirst("^\\[", "{")
                        .replaceFirst("]$", "}");
            default -> value.toString();
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
