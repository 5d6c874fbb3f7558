package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Attributes;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the pages for users look that a service has from Grantkeep itself: attributes of the service.
 *
 * @param name of the provider; null for that of the service
 * @param logo {@code https}; null for none
 * @param color {@code #rrggbb} in lower case; null for Grantkeep's own
 * @param embedders the origins whose pages may show them in a frame
 */
public record Brand(
        @Nullable String name, @Nullable URI logo, @Nullable String color, List<String> embedders) {
    /** A service attribute: the provider's name. */
    public static final String NAME = "grantkeep.front.name";

    /** A service attribute: an {@code https} address of a picture. */
    public static final String LOGO = "grantkeep.front.logo_uri";

    /** A service attribute: {@code #rrggbb}. */
    public static final String COLOR = "grantkeep.front.color";

    /** A service attribute: origins, such as {@code https://www.example.com}, with spaces between. */
    public static final String EMBEDDERS = "grantkeep.front.embed_origins";

    /** What can stand in a Content-Security-Policy without saying more than it means. */
    private static final String HOST = "[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?(:[0-9]{1,5})?";

    /** The luminance on which black and white can be read equally well. */
    private static final double EVEN = 0.179;

    private static final Pattern PICTURE = Pattern.compile("https://" + HOST + "(/[!-~&&[^\"'<>\\\\]]*)?");
    private static final Pattern ORIGIN = Pattern.compile("https://" + HOST);
    private static final Pattern RGB = Pattern.compile("#[0-9a-fA-F]{6}");

    public Brand {
        embedders = List.copyOf(embedders);
    }

    /**
     * @throws IllegalArgumentException if one of the attributes has a value that it cannot have
     */
    static Brand of(Attributes attributes) {
        return new Brand(
                text(attributes, NAME).orElse(null),
                text(attributes, LOGO)
                        .map(logo -> URI.create(matching(PICTURE, logo, LOGO + " is an https address of a picture")))
                        .orElse(null),
                text(attributes, COLOR)
                        .map(color -> matching(RGB, color, COLOR + " is a color such as #1d4fb8")
                                .toLowerCase(Locale.ROOT))
                        .orElse(null),
                text(attributes, EMBEDDERS).stream()
                        .flatMap(origins -> Arrays.stream(origins.strip().split(" +")))
                        .map(origin -> matching(
                                ORIGIN, origin, EMBEDDERS + " is a list of origins such as https://www.example.com"))
                        .toList());
    }

    /** The color of letters that can be read on the provider's (WCAG 2.2, 1.4.3): black or white. */
    public Optional<String> letters() {
        return Optional.ofNullable(color).map(on -> luminance(on) > EVEN ? "#000000" : "#ffffff");
    }

    /** Relative luminance, 0 to 1 (WCAG 2.2). */
    private static double luminance(String rgb) {
        return 0.2126 * linear(rgb, 1) + 0.7152 * linear(rgb, 3) + 0.0722 * linear(rgb, 5);
    }

    private static double linear(String rgb, int at) {
        double value = Integer.parseInt(rgb, at, at + 2, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Optional<String> text(Attributes attributes, String key) {
        return attributes.first(key).filter(text -> !text.isBlank());
    }

    private static String matching(Pattern pattern, String text, String otherwise) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(otherwise);
        }
        return text;
    }
}
