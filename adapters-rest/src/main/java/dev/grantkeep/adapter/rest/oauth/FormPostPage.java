package dev.grantkeep.adapter.rest.oauth;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page that posts an authorization response to the client by itself (OAuth 2.0 Form Post Response Mode). It has a
 * button, so that it works without scripts too. Its script is always the same: an authorization server whose pages have
 * a strict Content-Security-Policy allows it by {@code script-src} with {@link #SCRIPT_HASH}, without a nonce.
 */
public final class FormPostPage {
    /** A parameter of the name {@code submit} would hide the form's own method. */
    static final String SCRIPT = "HTMLFormElement.prototype.submit.call(document.forms[0]);";

    /** How a Content-Security-Policy names the script. */
    public static final String SCRIPT_HASH = "'sha256-Zd9Ppkm6KJvfEle1ogzptKkD+DOonO1DYBPhi02doj8='";

    private FormPostPage() {}

    static String of(String redirectUri, Map<String, String> parameters) {
        return """
                <!DOCTYPE html>
                <html>
                <head>
                <meta charset="UTF-8">
                <title>Submit This Form</title>
                </head>
                <body>
                <form method="post" action="%s">
                %s<input type="submit" value="Continue">
                </form>
                <script>%s</script>
                </body>
                </html>
                """.formatted(escape(redirectUri), inputs(parameters), SCRIPT);
    }

    private static String inputs(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"
                        .formatted(escape(p.getKey()), escape(p.getValue())))
                .collect(Collectors.joining());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
