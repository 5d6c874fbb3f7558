package dev.grantkeep.adapter.rest.apps;

import dev.grantkeep.domain.apps.Languages;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the pages say, in a language that there is. Dates are those of UTC. */
final class Texts {
    private static final String BUNDLE = "pages/apps";
    private static final ResourceBundle.Control AS_NAMED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<Locale> TRANSLATED = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final int MOST_LANGUAGES = 8;
    private static final int LONGEST_HEADER = 200;
    private static final Duration EVER = Duration.ofDays(36_500);

    private final Locale locale;
    private final Languages languages;
    private final ResourceBundle messages;

    private Texts(Locale locale, Languages languages) {
        this.locale = locale;
        this.languages = languages;
        this.messages = ResourceBundle.getBundle(BUNDLE, Locale.of(locale.getLanguage()), AS_NAMED);
    }

    /** @param acceptLanguage the header (RFC 9110 section 12.5.4); what cannot be read is as if it were not there */
    static Texts of(String acceptLanguage) {
        List<Locale> asked = asked(acceptLanguage);
        Locale locale = asked.stream()
                .filter(some ->
                        TRANSLATED.stream().anyMatch(has -> has.getLanguage().equals(some.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
        return new Texts(locale, new Languages(asked));
    }

    private static List<Locale> asked(String header) {
        if (header.isBlank() || header.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0 && !range.getRange().contains("*"))
                    .limit(MOST_LANGUAGES)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(some -> !some.getLanguage().isEmpty())
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }

    /** The language of the page. */
    String tag() {
        return locale.getLanguage();
    }

    /** What the user reads, best first. */
    Languages languages() {
        return languages;
    }

    String say(String key, Object... values) {
        return new MessageFormat(messages.getString(key), locale).format(values);
    }

    String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atOffset(ZoneOffset.UTC));
    }

    /** Rounded up to the next minute, hour or day: nobody is promised too much. */
    String life(Duration life) {
        if (life.compareTo(EVER) > 0) {
            return say("life.ever");
        }
        long minutes = Math.ceilDiv(life.toMillis(), Duration.ofMinutes(1).toMillis());
        if (minutes <= 120) {
            return say("life.minutes", minutes);
        }
        long hours = Math.ceilDiv(minutes, 60);
        return hours <= 48 ? say("life.hours", hours) : say("life.days", Math.ceilDiv(hours, 24));
    }

    /** A text of others within one of ours: its direction of writing ends with it (Unicode, FSI and PDI). */
    static String isolated(String text) {
        return '\u2068' + text + '\u2069';
    }
}
