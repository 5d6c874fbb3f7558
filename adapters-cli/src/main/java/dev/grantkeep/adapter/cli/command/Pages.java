package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.server.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists of the API, page after page. */
final class Pages {
    private static final int PAGE = 500;

    private Pages() {}

    /** All entries. One that comes or goes meanwhile may be missed or be there twice. */
    static List<Map<String, Object>> all(Server server, String path, String name) {
        List<Map<String, Object>> all = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        List<Map<String, Object>> page;
        do {
            String window = "start=" + all.size() + "&end=" + (all.size() + PAGE);
            page = Members.objects(server.get(path + separator + window), name);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }
}
