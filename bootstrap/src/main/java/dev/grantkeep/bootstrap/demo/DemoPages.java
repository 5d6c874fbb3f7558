package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.adapter.rest.page.Page;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Where the demo's pages are, and how they are rendered. */
@Singleton
@Requires(env = "demo")
final class DemoPages {
    static final String START = "/demo";
    static final String LOGIN = "/demo/login";
    static final String APP = "/demo/app";
    static final String CALLBACK = "/demo/app/callback";
    static final String ACCOUNT = "/demo/account";
    static final String TV = "/demo/tv";
    static final String DEVICE = "/demo/device";
    static final String DURATIONS = "/demo/durations";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, DemoPages.class.getClassLoader(), "pages.demo");

    MutableHttpResponse<byte[]> show(String template, Map<String, Object> values) {
        return show(HttpStatus.OK, template, values);
    }

    MutableHttpResponse<byte[]> show(HttpStatus status, String template, Map<String, Object> values) {
        StringOutput html = new StringOutput();
        engine.render(template + ".jte", values, html);
        return Page.withForms(status, html.toString(), List.of(), List.of());
    }

    /** A page with a sentence, and the way back. */
    MutableHttpResponse<byte[]> say(HttpStatus status, String title, String text) {
        return show(status, "said", Map.of("title", title, "text", text));
    }

    /** After a POST, so that a reload sends nothing twice. */
    static MutableHttpResponse<byte[]> go(String to) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.SEE_OTHER);
        return response.header("Location", to)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
    }
}
