package dev.grantkeep.adapter.mongo.index;

import dev.grantkeep.application.document.StepKinds;
import java.util.Map;

/** The names of the collections. */
public final class Collections {
    public static final String SERVICE = "service";
    public static final String CLIENT = "client";
    public static final String GRANT_HEAD = "grant_head";
    public static final String TOKEN = "token";
    public static final String STEP = "step";
    /** Of the release before. Their documents move when they are asked for, and expire by the indexes that they have. */
    public static final String FORMER_CODE = "authorization_code";

    /** Of the release before: where the steps of a kind are, by its number. */
    public static final Map<Integer, String> FORMER_STEPS =
            Map.of(StepKinds.TICKET.number(), "ticket", StepKinds.CODE.number(), FORMER_CODE);

    /** One document, which a health check changes. */
    public static final String HEALTH_CHECK = "health_check";

    private Collections() {}
}
