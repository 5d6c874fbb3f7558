package dev.grantkeep.adapter.rest.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.regex.Pattern;

/** Headers by which callers choose, which Micronaut reads for every call, and fails where it cannot. */
final class Preferences {
    private static final int LONGEST = 1_000;
    private static final Pattern LIST = Pattern.compile("[A-Za-z*][A-Za-z0-9*-]*+[^,]*+(,[ \\t]*+[A-Za-z*][^,]*+)*+");

    private Preferences() {}

    /**
     * Languages (RFC 9110 section 12.5.4) that cannot be read are as if they were not there, and so are charsets: every answer
     * is in UTF-8, and nobody may ask for another any more (section 12.5.2).
     */
    static void leaveOutUnreadable(HttpHeaders headers) {
        headers.remove(HttpHeaderNames.ACCEPT_CHARSET);
        boolean readable = headers.getAll(HttpHeaderNames.ACCEPT_LANGUAGE).stream()
                .allMatch(list -> list.length() <= LONGEST && LIST.matcher(list).matches());
        if (!readable) {
            headers.remove(HttpHeaderNames.ACCEPT_LANGUAGE);
        }
    }
}
