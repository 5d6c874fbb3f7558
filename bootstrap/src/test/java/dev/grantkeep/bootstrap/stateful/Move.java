package dev.grantkeep.bootstrap.stateful;

import java.util.function.Consumer;

/** What a step can be, and how often it is. */
enum Move {
    CREATE_CLIENT(5, SettingsMoves::createClient),
    UPDATE_CLIENT(3, SettingsMoves::updateClient),
    GET_CLIENT(1, SettingsMoves::getClient),
    LIST_CLIENTS(1, SettingsMoves::listClients),
    DELETE_CLIENT(1, SettingsMoves::deleteClient),
    LOCK_CLIENT(3, SettingsMoves::lockClient),
    REFRESH_SECRET(1, SettingsMoves::refreshSecret),
    RESTRICT_CLIENT(3, SettingsMoves::restrictClient),
    UPDATE_SERVICE(2, SettingsMoves::updateService),
    GET_SERVICE(1, SettingsMoves::getService),

    AUTHORIZE(14, FlowMoves::authorize),
    AUTHORIZE_AND_ISSUE(14, FlowMoves::authorizeAndIssue),
    ISSUE(8, FlowMoves::issue),
    FAIL(1, FlowMoves::fail),
    EXCHANGE(22, FlowMoves::exchange),
    REFRESH(22, FlowMoves::refresh),
    CLIENT_CREDENTIALS(4, FlowMoves::clientCredentials),

    CREATE_TOKEN(5, TokenMoves::create),
    UPDATE_TOKEN(6, TokenMoves::update),
    DELETE_TOKEN(2, TokenMoves::delete),
    REVOKE_TOKENS(3, TokenMoves::revoke),
    REVOCATION(4, TokenMoves::revocation),
    LIST_TOKENS(6, TokenMoves::list),
    INTROSPECT(14, TokenMoves::introspect),
    INTROSPECT_STANDARD(9, TokenMoves::introspectStandard),

    LIST_AUTHORIZED(4, GrantMoves::list),
    UPDATE_GRANT(3, GrantMoves::update),
    DELETE_GRANT(2, GrantMoves::delete),
    GET_GRANTED(4, GrantMoves::granted),
    FORGET_GRANTED(1, GrantMoves::forget),

    TIME(12, TimeMoves::move),
    SWEEP(1, TimeMoves::sweep);

    private static final int TOTAL;

    static {
        int total = 0;
        for (Move move : values()) {
            total += move.weight;
        }
        TOTAL = total;
    }

    private final int weight;
    private final Consumer<World> play;

    Move(int weight, Consumer<World> play) {
        this.weight = weight;
        this.play = play;
    }

    void play(World world) {
        play.accept(world);
    }

    static Move drawn(Draw draw) {
        int left = draw.below(TOTAL);
        for (Move move : values()) {
            left -= move.weight;
            if (left < 0) {
                return move;
            }
        }
        throw new AssertionError("the weights do not add up");
    }
}
