package dev.grantkeep.adapter.cli.doctor;

import dev.grantkeep.adapter.cli.server.PublicPages;
import dev.grantkeep.application.document.JsonText;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Looks whether a service's issuer is where it is served (OpenID Connect Discovery section 4.3). */
final class IssuerCheck {
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private IssuerCheck() {}

    static Finding of(String area, @Nullable Object issuer) {
        if (issuer == null) {
            return Finding.warning(area, "it has no issuer", "Set issuer to where its metadata are served.");
        }
        String text = issuer.toString();
        try {
            Object served = JsonText.read(PublicPages.text(URI.create(text.replaceFirst("/$", "") + WELL_KNOWN)))
                    .get("issuer");
            return text.equals(served)
                    ? Finding.ok(area, "its issuer is where it is served")
                    : Finding.mend(
                            area,
                            "at its issuer " + text + " the metadata say another one: " + served,
                            "Make issuer of the service the address where its metadata are served.");
        } catch (IOException e) {
            return absent(area, text, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return absent(area, text, "not JSON, or no address");
        }
    }

    private static Finding absent(String area, String issuer, String why) {
        return Finding.mend(
                area,
                "its metadata are not served at its issuer " + issuer + " (" + why + ")",
                "Serve " + WELL_KNOWN
                        + " there, or correct issuer; --no-issuers leaves this out where it cannot be reached"
                        + " from here.");
    }
}
