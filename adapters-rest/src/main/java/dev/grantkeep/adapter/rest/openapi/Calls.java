package dev.grantkeep.adapter.rest.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The declarations of all calls, by the heading under which they stand. */
final class Calls {
    private Calls() {}

    static Map<String, List<Operation>> byHeading() {
        Map<String, List<Operation>> calls = new LinkedHashMap<>();
        calls.put("Services", ServiceCalls.all());
        calls.put("Clients", ClientCalls.all());
        calls.put("Grants", GrantCalls.all());
        calls.put("Authorization", AuthorizationCalls.all());
        calls.put("Token endpoint", TokenCalls.all());
        calls.put("Tokens", TokenOperationCalls.all());
        calls.put("Devices", DeviceCalls.all());
        calls.put("Others", OtherCalls.all());
        return calls;
    }
}
