package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.apps.AppsLink;
import dev.grantkeep.domain.apps.AppsSession;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.PasswordTicket;
import dev.grantkeep.domain.authorization.PushedRequest;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.clientauth.AssertionUse;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.device.UserCodeMisses;
import java.util.List;

/** The kinds of short-lived steps. */
public final class StepKinds {
    public static final StepKind<Ticket> TICKET = new TicketKind();
    public static final StepKind<AuthorizationCode> CODE = new CodeKind();
    public static final StepKind<AssertionUse> ASSERTION = new AssertionKind();
    public static final StepKind<AppsLink> APPS_LINK = new AppsPassKind<>(4, AppsLink::new);
    public static final StepKind<AppsSession> APPS_SESSION = new AppsPassKind<>(5, AppsSession::new);
    public static final StepKind<DeviceAuthorization> DEVICE = new DeviceKind();
    public static final StepKind<UserCodeMisses> USER_CODE_MISSES = new MissesKind();
    public static final StepKind<PasswordTicket> PASSWORD_TICKET = new PasswordKind();

    public static final StepKind<PushedRequest> PUSHED_REQUEST = new PushedRequestKind();

    private StepKinds() {}

    public static List<StepKind<?>> all() {
        return List.of(
                TICKET,
                CODE,
                ASSERTION,
                APPS_LINK,
                APPS_SESSION,
                PUSHED_REQUEST,
                DEVICE,
                USER_CODE_MISSES,
                PASSWORD_TICKET);
    }
}
