package dev.grantkeep.adapter.rest.page;

import dev.grantkeep.adapter.rest.message.Reply;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;

/** An HTML page that no other page may frame, that loads nothing from elsewhere and tells nobody where it was. */
public final class Page {
    /** Styles, pictures and scripts of this server alone, and forms that lead back to it. */
    static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'";

    private static final String FIXED = "; base-uri 'none'; frame-ancestors 'none'";

    private Page() {}

    /** @param policy its Content-Security-Policy, but for what is the same for all */
    public static MutableHttpResponse<byte[]> of(HttpStatus status, String html, String policy) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(status);
        return Reply.notStored(response)
                .header("Content-Security-Policy", policy + FIXED)
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .contentType("text/html;charset=utf-8")
                .body(html.getBytes(StandardCharsets.UTF_8));
    }
}
