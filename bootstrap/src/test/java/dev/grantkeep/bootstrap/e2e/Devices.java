package dev.grantkeep.bootstrap.e2e;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A client that is a device without a keyboard, and the page where its user decides. */
record Devices(OAuthClient client) {
    static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:device_code";
    static final String PAGE = "https://as.example.com/device";

    /** What such a client has over the usual. */
    static final Object[] CLIENT = {"grantTypes", List.of("DEVICE_CODE", "REFRESH_TOKEN")};

    /** What a service has for them; further names and values in turn. */
    static Object[] settings(Object... more) {
        List<Object> settings = new ArrayList<>(List.of(
                "supportedGrantTypes",
                List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN", "DEVICE_CODE"),
                "deviceVerificationUri",
                PAGE,
                "deviceVerificationUriComplete",
                PAGE + "?user_code=USER_CODE"));
        settings.addAll(Arrays.asList(more));
        return settings.toArray();
    }

    Answer ask(Object... parameters) {
        return call("device/authorization", Form.of(parameters));
    }

    Answer started(Object... parameters) {
        return ask(parameters).does("OK");
    }

    Answer poll(Answer started, Object... more) {
        return poll(started.text("deviceCode"), more);
    }

    Answer poll(String deviceCode, Object... more) {
        String parameters = Form.of("grant_type", GRANT_TYPE, "device_code", deviceCode);
        return call("auth/token", more.length == 0 ? parameters : parameters + "&" + Form.of(more));
    }

    private Answer call(String endpoint, String parameters) {
        return client.api()
                .post(
                        endpoint,
                        "parameters",
                        parameters,
                        "clientId",
                        Long.toString(client.id()),
                        "clientSecret",
                        client.secret());
    }

    Answer verify(Answer started) {
        return client.api().post("device/verification", "userCode", started.text("userCode"));
    }

    /** @param more members of the decision; names and values in turn */
    Answer complete(Answer started, String result, Object... more) {
        List<Object> members = new ArrayList<>(List.of("userCode", started.text("userCode"), "result", result));
        members.addAll(Arrays.asList(more));
        return client.api().post("device/complete", members.toArray());
    }

    void allow(Answer started, String subject) {
        complete(started, "AUTHORIZED", "subject", subject).does("SUCCESS");
    }
}
