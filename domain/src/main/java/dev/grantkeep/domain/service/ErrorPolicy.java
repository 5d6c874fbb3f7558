package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Members;

/** Which optional members an error response leaves out. */
public record ErrorPolicy(boolean descriptionOmitted, boolean uriOmitted) {
    public static final ErrorPolicy DEFAULT = new ErrorPolicy(false, false);

    static ErrorPolicy of(Members members) {
        return new ErrorPolicy(members.flag("errorDescriptionOmitted"), members.flag("errorUriOmitted"));
    }
}
