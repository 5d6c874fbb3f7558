package dev.grantkeep.adapter.cli.doctor;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.server.Server;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Of one service: its keys, its issuer and its settings. */
public final class TenantChecks {
    private final Server server;
    private final Instant now;
    private final boolean issuers;

    /** @param issuers whether issuers are asked for their metadata */
    public TenantChecks(Server server, Instant now, boolean issuers) {
        this.server = server;
        this.now = now;
        this.issuers = issuers;
    }

    public List<Finding> findings(Map<String, Object> service) {
        String id = String.valueOf(service.get("apiKey"));
        String area = "service " + id;
        List<Finding> findings = new ArrayList<>(SettingChecks.of(area, service));
        try {
            findings.addAll(new KeyChecks(area, now).findings(service, server.get(id + "/service/jwks/get")));
        } catch (CommandFailed failed) {
            findings.add(Finding.mend(area, "its keys cannot be read: " + failed.line(), "Correct its jwks."));
        }
        if (issuers) {
            findings.add(IssuerCheck.of(area, service.get("issuer")));
        }
        return findings;
    }
}
