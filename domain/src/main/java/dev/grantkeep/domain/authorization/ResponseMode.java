package dev.grantkeep.domain.authorization;

/** How an authorization response reaches the client (OAuth 2.0 Multiple Response Types; Form Post Response Mode). */
public enum ResponseMode {
    QUERY,
    FRAGMENT,
    FORM_POST
}
