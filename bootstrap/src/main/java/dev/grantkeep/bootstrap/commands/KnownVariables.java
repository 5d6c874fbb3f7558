package dev.grantkeep.bootstrap.commands;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The variables with Grantkeep's name that mean something: those of the README, and those of the command line. */
final class KnownVariables {
    private static final String PREFIX = "GRANTKEEP_";
    /** What Kubernetes sets in every container where a service has Grantkeep's name. */
    private static final Pattern OF_KUBERNETES = Pattern.compile("GRANTKEEP_(SERVICE_(HOST|PORT)|PORT)(_.*)?");

    private static final int LEAST_IN_COMMON = 14;

    /** Read by the command line only. */
    static final Set<String> OF_COMMANDS = Set.of("GRANTKEEP_URL", "GRANTKEEP_SERVICE", "GRANTKEEP_ACCESS_TOKEN");

    /** Those of the server that no file of settings has a default for. */
    static final Set<String> WITHOUT_DEFAULT = Set.of(
            "GRANTKEEP_OWNER_ACCESS_TOKEN",
            "GRANTKEEP_OWNER_API_KEY",
            "GRANTKEEP_OWNER_API_SECRET",
            "GRANTKEEP_OWNER_ACCESS_TOKEN_FILE",
            "GRANTKEEP_OWNER_API_KEY_FILE",
            "GRANTKEEP_OWNER_API_SECRET_FILE",
            "GRANTKEEP_BACKUP_DIRECTORY",
            "GRANTKEEP_POSTGRESQL_CONNECT_TIMEOUT",
            "GRANTKEEP_POSTGRESQL_IDLE_TRANSACTION_TIMEOUT",
            "GRANTKEEP_POSTGRESQL_LOCK_TIMEOUT",
            "GRANTKEEP_POSTGRESQL_LOGIN_TIMEOUT",
            "GRANTKEEP_POSTGRESQL_SOCKET_TIMEOUT");

    private KnownVariables() {}

    /**
     * Of these names those that are Grantkeep's and mean nothing, each with the one that may be meant, or nothing.
     *
     * @param withDefault the variables that a file of settings has a default for
     */
    static Map<String, String> unknown(Collection<String> names, Collection<String> withDefault) {
        Set<String> known = new HashSet<>(withDefault);
        known.addAll(WITHOUT_DEFAULT);
        known.addAll(OF_COMMANDS);
        Map<String, String> unknown = new TreeMap<>();
        names.stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .filter(name -> !OF_KUBERNETES.matcher(name).matches())
                .forEach(name -> unknown.put(name, meant(name, known)));
        return unknown;
    }

    /** The one that begins and ends as it does for the longest. */
    private static String meant(String name, Set<String> known) {
        return known.stream()
                .max(Comparator.comparingInt((String one) -> inCommon(name, one)))
                .filter(one -> inCommon(name, one) >= Math.max(LEAST_IN_COMMON, name.length() * 3 / 4))
                .orElse("");
    }

    private static int inCommon(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int start = 0;
        while (start < most && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return start + end;
    }
}
