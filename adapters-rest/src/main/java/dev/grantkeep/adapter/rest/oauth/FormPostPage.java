package dev.grantkeep.adapter.rest.oauth;

import java.util.Map;
import java.util.stream.Collectors;

/** The page that posts an authorization response to the client by itself (OAuth 2.0 Form Post Response Mode). */
final class FormPostPage {
    private FormPostPage() {}

    static String of(String redirectUri, Map<String, String> parameters) {
        return """
                <!DOCTYPE html>
                <html>
                <head>
                <meta charset="UTF-8">
                <title>Submit This Form</title>
                </head>
                <body onload="document.forms[0].submit()">
                <form method="post" action="%s">
                %s<noscript><input type="submit" value="Continue"></noscript>
                </form>
                </body>
                </html>
                """.formatted(escape(redirectUri), inputs(parameters));
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
