package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.message.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page on the API, made of the declarations of its calls. */
final class ApiPage {
    private static final String HEAD = """
            # The API

            Every call, made from the declarations in `adapter.rest.openapi` by `ApiPageTest`, which says how to make it anew.

            A running Grantkeep gives a description of each dialect to anybody: `/openapi/authlete-2.json` and
            `/openapi/authlete-3.json` (OpenAPI 3.1), with every member, type, enumeration, example, error and result code.
            `/docs` (3.0) and `/docs/authlete-2` are pages to read and try them; they load nothing from another host. Clients can
            be generated from the descriptions: the tests do so with the OpenAPI Generator and use what comes out. Its option
            `skipFormModel=false` is needed, as many calls take JSON or a form.

            The endpoints of the [ready front](front.md) are OAuth's own, described by RFCs and by the metadata at the issuer;
            `/health…` and `/prometheus` are in [signals.md](signals.md).

            Each answer that a test gets is compared with the description
            ([ADR 66](adr/0066-the-description-is-held-against-the-answers.md)); `./reliability/run api` has
            [Schemathesis](https://schemathesis.readthedocs.io) try as many odd requests as one likes
            ([results](reliability.md#odd-requests)).
            """;

    private ApiPage() {}

    static String text(List<String> official) {
        return HEAD
                + Calls.byHeading().entrySet().stream()
                        .map(heading -> section(heading.getKey(), heading.getValue()))
                        .collect(Collectors.joining())
                + compared(official);
    }

    private static String section(String heading, List<Operation> operations) {
        return "\n## " + heading
                + "\n\n| Call | 2.x | 3.0 | What it does |\n| --- | --- | --- | --- |\n"
                + operations.stream().map(ApiPage::line).collect(Collectors.joining());
    }

    private static String line(Operation operation) {
        return "| `%s` | `%s %s` | `%s %s` | %s |\n"
                .formatted(
                        operation.id(),
                        operation.method(),
                        operation.path(Dialect.V2),
                        operation.method(),
                        operation.path(Dialect.V3),
                        operation.summary());
    }

    private static String compared(List<String> official) {
        Map<String, String> here = operations()
                .collect(Collectors.toMap(
                        operation -> operation.method() + " " + named(operation), Operation::id, (one, other) -> one));
        long there = official.stream().filter(here::containsKey).count();
        return "\n## Beside the official description of 3.0\n\nIt has %d operations; %d of them are here. Those that are not\nare answered 404 `A001207`.\n\n| Official | Here |\n| --- | --- |\n"
                        .formatted(official.size(), there)
                + official.stream()
                        .map(one -> "| `%s` | %s |\n"
                                .formatted(one, here.containsKey(one) ? "`" + here.get(one) + "`" : "no"))
                        .collect(Collectors.joining())
                + "\nHere alone: "
                + operations()
                        .filter(operation ->
                                !Set.copyOf(official).contains(operation.method() + " " + named(operation)))
                        .map(operation -> "`" + operation.method() + " " + named(operation) + "`")
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ".\n";
    }

    /** The path within the API, without the service. */
    private static String named(Operation operation) {
        return operation.path(Dialect.V3).replaceFirst("^/api/(\\{serviceId}/)?", "");
    }

    private static Stream<Operation> operations() {
        return Calls.byHeading().values().stream().flatMap(List::stream);
    }
}
