package dev.grantkeep.application.document;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.common.Demand;
import dev.grantkeep.domain.common.KeptRules;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.service.Service;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the kept members of services and clients. */
public final class Kept {
    private Kept() {}

    /** What the kept members of a service ask. */
    public static KeptRules rules(Service service) {
        return service.settings().opaque().rules(Kept::rulesOfService);
    }

    /** What the kept members of a client ask. */
    public static KeptRules rules(Client client) {
        return client.settings().opaque().rules(Kept::rulesOfClient);
    }

    /** The members; empty if the text that is stored cannot be read. */
    public static Map<String, Object> members(OpaqueMembers opaque) {
        try {
            return JsonText.read(opaque.json());
        } catch (IllegalArgumentException damaged) {
            return Map.of();
        }
    }

    private static KeptRules rulesOfService(String text) {
        Reader reader = new Reader(ServiceMembers.table(), JsonText.read(text));
        return new KeptRules(
                reader.demands(),
                reader.texts("supportedAcrs"),
                lowerCase(reader.texts("supportedDisplays")),
                lowerCase(reader.texts("supportedPromptValues")),
                List.of(),
                reader.texts("supportedAuthorizationDetailsTypes"),
                reader.texts("supportedCustomClientMetadata"),
                reader.flag("httpAliasProhibited"));
    }

    private static KeptRules rulesOfClient(String text) {
        Reader reader = new Reader(ClientMembers.table(), JsonText.read(text));
        return new KeptRules(
                reader.demands(),
                reader.texts("defaultAcrs"),
                List.of(),
                List.of(),
                lowerCase(reader.texts("responseModes")).stream()
                        .map(mode -> mode.replace("_jwt", ".jwt"))
                        .toList(),
                reader.texts("authorizationDetailsTypes"),
                List.of(),
                false);
    }

    private static List<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private record Reader(MemberTable table, Map<String, Object> members) {
        Set<Demand> demands() {
            return table.demands(members);
        }

        List<String> texts(String name) {
            @Nullable Object value = table.value(members, name);
            return value instanceof List<?> items
                    ? items.stream().map(String::valueOf).toList()
                    : List.of();
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(table.value(members, name));
        }
    }
}
