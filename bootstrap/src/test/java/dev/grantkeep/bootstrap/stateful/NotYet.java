package dev.grantkeep.bootstrap.stateful;

import java.util.EnumSet;
import java.util.Set;

/** What the model expects and the application does not do yet, so that it is not played. The list shall be empty. */
enum NotYet {
    UPDATES_REPLACE,
    RULE_OF_3_0,
    EMPTY_SCOPE_IS_TOLD,
    SINGLE_KEEPS_CODES,
    NO_NEEDS_A_CLIENT,
    ANY_VALUE_ENDS,
    FORGED_ENDS_NOTHING,
    IDEMPOTENT;

    private static final Set<NotYet> NOT_YET = EnumSet.of(UPDATES_REPLACE, RULE_OF_3_0, SINGLE_KEEPS_CODES);

    boolean isLeftOut() {
        return NOT_YET.contains(this);
    }
}
