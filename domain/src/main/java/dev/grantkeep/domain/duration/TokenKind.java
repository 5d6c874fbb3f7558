package dev.grantkeep.domain.duration;

/** The kinds of token that have a duration, with the scope attribute that sets it and the built-in default. */
public enum TokenKind {
    ACCESS("access_token.duration", 86_400),
    REFRESH("refresh_token.duration", 864_000),
    ID_TOKEN("id_token.duration", 86_400);

    private final String scopeAttribute;
    private final TokenDuration builtIn;

    TokenKind(String scopeAttribute, long builtInSeconds) {
        this.scopeAttribute = scopeAttribute;
        this.builtIn = TokenDuration.ofSeconds(builtInSeconds);
    }

    /** The key of the scope attribute, whose value is a number of seconds in decimal digits. */
    public String scopeAttribute() {
        return scopeAttribute;
    }

    /** What applies when the service sets nothing. */
    public TokenDuration builtIn() {
        return builtIn;
    }
}
