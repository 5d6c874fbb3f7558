package dev.grantkeep.domain.service;

/** Which optional members an error response leaves out. */
public record ErrorPolicy(boolean descriptionOmitted, boolean uriOmitted) {
    public static final ErrorPolicy DEFAULT = new ErrorPolicy(false, false);
}
