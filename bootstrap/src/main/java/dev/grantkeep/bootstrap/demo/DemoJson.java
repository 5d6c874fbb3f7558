package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import java.util.List;

/** Bodies of the demo's calls. */
final class DemoJson {
    private DemoJson() {}

    /** Names and values in turn; a value is a text, a number or a list of texts. */
    static String of(Object... pairs) {
        Members members = new Members();
        for (int i = 0; i < pairs.length; i += 2) {
            String name = (String) pairs[i];
            switch (pairs[i + 1]) {
                case Number number -> members.number(name, number.longValue());
                case List<?> list ->
                    members.texts(name, list.stream().map(String::valueOf).toList());
                case Object text -> members.text(name, text.toString());
            }
        }
        return Json.writeText(members.build());
    }
}
