package dev.grantkeep.adapter.rest.apps;

import dev.grantkeep.domain.apps.Languages;
import java.util.List;

/** What all the pages of one visit have in common. */
public final class AppsPage {
    private final Texts texts;
    private final String base;
    private final String provider;
    private final String logo;
    private final boolean colored;
    private final String guard;

    /**
     * @param base the path of the list
     * @param provider whose pages these are
     * @param logo of the provider; empty for none
     * @param colored whether there is a stylesheet with the provider's color
     * @param guard what every form carries; empty where there is no session
     */
    AppsPage(Texts texts, String base, String provider, String logo, boolean colored, String guard) {
        this.texts = texts;
        this.base = base;
        this.provider = provider;
        this.logo = logo;
        this.colored = colored;
        this.guard = guard;
    }

    public String say(String key, Object... values) {
        return texts.say(key, values);
    }

    /** The same about the provider. */
    public String sayOfProvider(String key) {
        return texts.say(key, Texts.isolated(provider));
    }

    public String language() {
        return texts.tag();
    }

    Languages languages() {
        return texts.languages();
    }

    Texts texts() {
        return texts;
    }

    public String base() {
        return base;
    }

    public String provider() {
        return provider;
    }

    public String logo() {
        return logo;
    }

    public boolean colored() {
        return colored;
    }

    public String guard() {
        return guard;
    }

    /**
     * A part of the list.
     *
     * @param words that were searched for
     * @param part which, from 1
     * @param parts how many
     * @param total how many applications there are in all parts
     * @param notice what has just happened; empty for nothing
     */
    public record Listing(
            List<Group> groups,
            String words,
            int part,
            int parts,
            int total,
            String notice,
            String before,
            String after) {
        public Listing {
            groups = List.copyOf(groups);
        }
    }

    /**
     * One registration.
     *
     * @param notice what has just happened; empty for nothing
     */
    public record Shown(AppView app, String notice) {}

    /** Registrations of one application, at least one. */
    public record Group(List<AppView> apps) {
        public Group {
            apps = List.copyOf(apps);
        }

        public AppView first() {
            return apps.get(0);
        }
    }

    /**
     * What a user is asked before it happens.
     *
     * @param title the question
     * @param facts what follows from it, sentence by sentence
     * @param gone the scopes that are taken away; empty where that is not the question
     * @param left the scopes that stay
     * @param action where the answer is sent
     * @param fields hidden ones
     * @param button the answer
     * @param back where who does not want it goes
     */
    public record Question(
            String title,
            List<String> facts,
            List<ScopeView> gone,
            List<ScopeView> left,
            String action,
            List<Field> fields,
            String button,
            String back) {
        public Question {
            facts = List.copyOf(facts);
            gone = List.copyOf(gone);
            left = List.copyOf(left);
            fields = List.copyOf(fields);
        }
    }

    /** A hidden field of a form. */
    public record Field(String name, String value) {}
}
