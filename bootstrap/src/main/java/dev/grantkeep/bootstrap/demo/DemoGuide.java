package dev.grantkeep.bootstrap.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.URI;

/** When the server is up: completes the demo's data and prints calls to try. */
@Singleton
@Requires(env = "demo")
final class DemoGuide implements ApplicationEventListener<ServerStartupEvent> {
    private final DemoData data;
    private final DemoAddress address;

    DemoGuide(DemoData data, DemoAddress address) {
        this.data = data;
        this.address = address;
    }

    @Override
    @SuppressWarnings("SystemOut")
    public void onApplicationEvent(ServerStartupEvent event) {
        data.complete(address.base());
        System.out.println(text(event.getSource().getURI()));
        System.out.println(story(address.base()));
    }

    /** Where the demo is for a browser. */
    static String story(URI base) {
        return "Or see it in a browser on this machine: " + base + DemoPages.START + "\n";
    }

    /** What is printed. */
    static String text(URI server) {
        String curl = "curl -s -u " + DemoSettings.SERVICE + ":" + DemoSettings.SERVICE_SECRET.value()
                + " -H 'Content-Type: application/json' -d ";
        String api = " " + server + "/api/";
        return """

                This is the demo. Its secrets are known to everybody: it is for trying only, never for real tokens.
                Paste these lines into another terminal.

                # A duration: expiresIn is 600, the shortest of 86400 (service), 3600 (read) and 600 (write).
                %s'{"grantType":"IMPLICIT","clientId":%s,"subject":"testuser02","scopes":["read","write"]}'%sauth/token/create

                # A list: testuser01 has authorized one client, so totalCount is 1.
                %s'{"subject":"%s"}'%sclient/authorization/get/list

                # A revocation: "Deleted 4 access token(s)". The list is empty then; another start makes new ones.
                %s'{"subject":"%s"}'%sclient/authorization/delete/%s
                """.formatted(
                        curl,
                        DemoSettings.CLIENT_1,
                        api,
                        curl,
                        DemoSettings.USER,
                        api,
                        curl,
                        DemoSettings.USER,
                        api,
                        DemoSettings.FAPI_CLIENT);
    }
}
