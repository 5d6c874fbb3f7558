package dev.grantkeep.bootstrap.commands;

import dev.grantkeep.adapter.cli.program.Setting;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings that are in force, and where each comes from. */
final class EffectiveSettings {
    private static final String HIDDEN = "(hidden)";
    private static final Pattern SECRET = Pattern.compile(".*(SECRET|PASSWORD|TOKEN|API_KEY)");
    private static final Pattern PASSWORD_IN_URI = Pattern.compile("(//[^:/@]*:)[^@/]*@");
    private static final Pattern PASSWORD_IN_QUERY = Pattern.compile("(?i)((?:password|pwd)=)[^&;]*");
    private static final Pattern OF_THE_SERVER =
            Pattern.compile("(grantkeep|datasources\\.default|mongodb|micronaut\\.server|micronaut\\.lifecycle)\\..*");

    private final Environment environment;
    private final Map<String, String> variables;

    EffectiveSettings(Environment environment, Map<String, String> variables) {
        this.environment = environment;
        this.variables = variables;
    }

    /** Those that have a value, by name. */
    List<Setting> list() {
        return names().stream()
                .filter(name -> environment.getProperty(name, String.class).isPresent())
                .map(this::setting)
                .toList();
    }

    /** The variables that the files of settings have a default for. */
    Set<String> withDefault() {
        Set<String> variables = new TreeSet<>();
        environment.getPropertySources().stream()
                .filter(source -> source.getName().startsWith("application"))
                .forEach(source -> source.forEach(key -> variables.add(variable(key))));
        return variables;
    }

    private Setting setting(String name) {
        String variable = variable(name);
        String value = environment.getRequiredProperty(name, String.class);
        return new Setting(variable, shown(variable, value), source(name, variable));
    }

    /** Of the files, and of the variables that are set. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        environment
                .getPropertySources()
                .forEach(source -> source.forEach(key -> {
                    if (OF_THE_SERVER.matcher(key).matches()) {
                        names.add(key);
                    }
                }));
        KnownVariables.WITHOUT_DEFAULT.stream()
                .filter(variables::containsKey)
                .filter(variable ->
                        names.stream().noneMatch(name -> variable(name).equals(variable)))
                .forEach(variable -> names.add(property(variable)));
        return names;
    }

    private String source(String name, String variable) {
        if (System.getProperty(name) != null) {
            return "system property " + name;
        }
        if (variables.containsKey(variable)) {
            return "environment";
        }
        return environment.getPropertySources().stream()
                .filter(source -> source.get(name) != null)
                .max(Comparator.comparingInt(PropertySource::getOrder))
                .map(PropertySource::getName)
                .filter(source -> !source.startsWith("application"))
                .map(source -> "file " + source)
                .orElse("default");
    }

    private static String shown(String variable, String value) {
        if (SECRET.matcher(variable).matches()) {
            return value.isEmpty() ? "" : HIDDEN;
        }
        String uri = PASSWORD_IN_URI.matcher(value).replaceAll("$1" + HIDDEN + "@");
        return PASSWORD_IN_QUERY.matcher(uri).replaceAll("$1" + HIDDEN);
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Of Grantkeep's own variables: the first word is the prefix, the next the group where there is one. */
    private static String property(String variable) {
        String rest = variable.substring("GRANTKEEP_".length()).toLowerCase(Locale.ROOT);
        for (String group : List.of("owner", "backup", "sweeper", "outbound", "connections", "postgresql")) {
            if (rest.startsWith(group + "_")) {
                return "grantkeep." + group + "."
                        + rest.substring(group.length() + 1).replace('_', '-');
            }
        }
        return "grantkeep." + rest.replace('_', '-');
    }
}
