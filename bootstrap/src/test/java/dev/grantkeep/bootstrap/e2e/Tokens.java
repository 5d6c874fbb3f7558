package dev.grantkeep.bootstrap.e2e;

/** An access token and its refresh token, as a client gets them, beside the answer they came in. */
record Tokens(String access, String refresh, Answer answer) {
    static Tokens of(Answer answer) {
        answer.does("OK");
        return new Tokens(answer.content("access_token"), answer.content("refresh_token"), answer);
    }

    /** Those that the authorization server got itself. */
    static Tokens of(Answer answer, String access, String refresh) {
        answer.does("OK");
        return new Tokens(answer.text(access), answer.text(refresh), answer);
    }

    @Override
    public String toString() {
        return "Tokens[hidden]";
    }
}
