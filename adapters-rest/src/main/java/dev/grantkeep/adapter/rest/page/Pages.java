package dev.grantkeep.adapter.rest.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;

/** Renders the templates of {@code src/main/jte}, which escape each value for the place where it stands. */
@Singleton
public final class Pages {
    private static final String PACKAGE = "pages.rest";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);

    /**
     * @param template such as {@code front/failure}
     * @param values of its parameters, by their names
     */
    public MutableHttpResponse<byte[]> render(HttpStatus status, String template, Map<String, Object> values) {
        return Page.of(status, html(template, values), Page.POLICY);
    }

    /** A page whose script asks this server for more, and which shows pictures that stand in it. */
    public MutableHttpResponse<byte[]> asking(String template, Map<String, Object> values) {
        return Page.of(HttpStatus.OK, html(template, values), Page.POLICY + "; connect-src 'self'");
    }

    /** The text of the page alone. */
    public String html(String template, Map<String, Object> values) {
        StringOutput html = new StringOutput();
        engine.render(template + ".jte", values, html);
        return html.toString();
    }
}
