package dev.grantkeep.adapter.rest.page;

import dev.grantkeep.adapter.rest.message.Reply;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** An HTML page that no other page may frame, that loads nothing from elsewhere and tells nobody where it was. */
public final class Page {
    private static final String PICTURES = "img-src 'self' data:";

    /** Styles, pictures and scripts of this server alone, and forms that lead back to it. */
    static final String POLICY =
            "default-src 'none'; style-src 'self'; " + PICTURES + "; script-src 'self'; form-action 'self'";

    private static final String NO_BASE = "; base-uri 'none'; frame-ancestors ";
    private static final String NONE = "'none'";
    private static final String SEPARATOR = " ";

    private Page() {}

    /** @param policy its Content-Security-Policy, but for what is the same for all */
    public static MutableHttpResponse<byte[]> of(HttpStatus status, String html, String policy) {
        return with(status, html, policy + NO_BASE + NONE)
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer");
    }

    /**
     * The same for a page whose forms say, when they are sent, from which origin they are, and which may show pictures of
     * others and be shown by others.
     *
     * @param pictures origins from which pictures come
     * @param embedders origins whose pages may frame it
     */
    public static MutableHttpResponse<byte[]> withForms(
            HttpStatus status, String html, Collection<String> pictures, List<String> embedders) {
        String policy = POLICY.replace(PICTURES, String.join(SEPARATOR, more(PICTURES, pictures)));
        MutableHttpResponse<byte[]> page = embedders.isEmpty()
                ? with(status, html, policy + NO_BASE + NONE).header("X-Frame-Options", "DENY")
                : with(status, html, policy + NO_BASE + String.join(SEPARATOR, embedders));
        return page.header("Referrer-Policy", "same-origin");
    }

    private static List<String> more(String first, Collection<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static MutableHttpResponse<byte[]> with(HttpStatus status, String html, String policy) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(status);
        return Reply.notStored(response)
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .contentType("text/html;charset=utf-8")
                .body(html.getBytes(StandardCharsets.UTF_8));
    }
}
