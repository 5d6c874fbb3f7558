package dev.grantkeep.application.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page on settings, made of the tables. */
final class SettingsPage {
    private static final String HEAD = """
            # Settings

            Every member of a service and of a client, made from the tables in `application.document` by
            `SettingsPageTest`, which says how to make it anew.

            What a member does is one of these:

            - **steers**: a rule reads it.
            - **kept**: it is checked for its type, stored and given back, and no rule reads it. Where it is about a thing that
              Grantkeep does not offer, it says which.
            - **demands**: a protection that Grantkeep does not give yet. What it concerns is refused, with the member's name.
            - **Grantkeep's**: only Grantkeep writes it; what a caller sends is ignored.

            The default is what a new service or client has where its caller says nothing; without one the member is absent. An
            update that leaves a member out gives it the default, too. A client's `clientType` is `CONFIDENTIAL` unless its
            `tokenAuthMethod` is `NONE`; its `tokenAuthMethod` is `CLIENT_SECRET_BASIC` unless its `clientType` is `PUBLIC`. Its
            `clientIdAliasEnabled` is true if an alias is sent; in 3.0 always. Members that are only in 3.0's documentation are
            taken and shown in both dialects. Members that are not listed here are kept as they are.
            """;

    private SettingsPage() {}

    static String text() {
        return HEAD + section("A service", ServiceMembers.table()) + section("A client", ClientMembers.table());
    }

    private static String section(String title, MemberTable table) {
        return "\n## " + title
                + "\n\n| Member | Type | Default | Only 3.0 | What it does |\n| --- | --- | --- | --- | --- |\n"
                + table.members().values().stream().map(SettingsPage::line).collect(Collectors.joining());
    }

    private static String line(Member member) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        member.name(),
                        type(member.type()),
                        value(member.byDefault()),
                        member.onlyV3() ? "yes" : "",
                        what(member));
    }

    private static String type(Type type) {
        return switch (type) {
            case Type.Text text -> "text";
            case Type.Uri uri -> "URI";
            case Type.Flag flag -> "true or false";
            case Type.Seconds seconds -> "seconds";
            case Type.Whole whole -> "whole number";
            case Type.Unset(Type.Whole range) -> "0, or a whole number from " + range.lowest();
            case Type.Name name ->
                "one of "
                        + name.names().stream()
                                .sorted()
                                .map(SettingsPage::value)
                                .collect(Collectors.joining(", "));
            case Type.ListOf list -> "list: " + type(list.item());
            case Type.Several several -> type(several.list());
            case Type.ObjectOf object ->
                object.parts().keySet().stream()
                        .sorted()
                        .map(SettingsPage::value)
                        .collect(Collectors.joining(", ", "object of ", ""));
        };
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> items -> items.stream().map(SettingsPage::value).collect(Collectors.joining(", "));
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(part -> value(part.getKey() + ": " + part.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", "));
            default -> "`" + value + "`";
        };
    }

    private static String what(Member member) {
        if (member.access().isReadOnly()) {
            return "Grantkeep's" + (member.access().isSecret() ? "; secret" : "");
        }
        String does = switch (member.steering()) {
            case STEERS -> "steers";
            case DEMAND -> "demands";
            case KEPT ->
                member.concerns() == null
                        ? "kept"
                        : "kept: " + member.concerns().title();
        };
        return does + (member.access().isSecret() ? "; secret" : "");
    }
}
