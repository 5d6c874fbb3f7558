package dev.grantkeep.adapter.rest.message;

import dev.grantkeep.domain.value.PlainText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Form-encoded text (application/x-www-form-urlencoded), as in bodies and query strings, and percent-encoding. */
public final class Form {
    private static final int MAX_PARAMETERS = 1_000;
    private static final int MAX_NAME = 200;

    private Form() {}

    /**
     * The parameters, decoded, in order; a name may stand more than once.
     *
     * @throws BadRequest if the text is not form-encoded UTF-8, or holds what no store can keep
     */
    public static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int count = 0;
        for (String pair : text.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MAX_PARAMETERS) {
                throw new BadRequest("There are more than " + MAX_PARAMETERS + " parameters.");
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(name(name), key -> new ArrayList<>(1)).add(word(value));
        }
        return parameters;
    }

    /**
     * Text with its percent-encoding undone, once; {@code +} stays as it is.
     *
     * @throws BadRequest if an escape is incomplete or the result is not storable UTF-8
     */
    public static String percentDecode(String text) {
        return decode(text, false);
    }

    /** No parameter has such a name; what does is another kind of text that was taken for a form. */
    private static String name(String text) {
        String name = word(text);
        if (name.length() > MAX_NAME) {
            throw new BadRequest("The name of a parameter is longer than " + MAX_NAME + " characters.");
        }
        if (name.startsWith("{")) {
            throw new BadRequest("This is JSON, not a form: its content type is application/json.");
        }
        return name;
    }

    private static String word(String text) {
        return decode(text, true);
    }

    private static String decode(String text, boolean plusIsSpace) {
        String decoded = text.indexOf('%') < 0
                ? (plusIsSpace ? text.replace('+', ' ') : text)
                : utf8(unescape(text, plusIsSpace));
        if (!PlainText.isStorable(decoded)) {
            throw new BadRequest("A text holds a NUL or an unpaired surrogate.");
        }
        return decoded;
    }

    private static byte[] unescape(String text, boolean plusIsSpace) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                out.write(escaped(in, i));
                i += 2;
            } else {
                out.write(plusIsSpace && in[i] == '+' ? ' ' : in[i]);
            }
        }
        return out.toByteArray();
    }

    private static int escaped(byte[] in, int at) {
        int high = at + 2 < in.length ? Character.digit(in[at + 1], 16) : -1;
        int low = at + 2 < in.length ? Character.digit(in[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new BadRequest("A percent-escape is incomplete.");
        }
        return high * 16 + low;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadRequest("The percent-encoded text is not UTF-8.");
        }
    }
}
