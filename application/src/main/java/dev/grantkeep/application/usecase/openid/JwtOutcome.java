package dev.grantkeep.application.usecase.openid;

/** What became of a JWT for a client. */
public sealed interface JwtOutcome {
    /** @param jwt in the compact form */
    record Made(String jwt) implements JwtOutcome {
        /** Without the JWT. */
        @Override
        public String toString() {
            return "Made[]";
        }
    }

    /** @param why a sentence that names the setting at fault; may be shown to the owner of the service */
    record Impossible(String why) implements JwtOutcome {}
}
