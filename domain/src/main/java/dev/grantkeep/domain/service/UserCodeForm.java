package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Members;
import java.util.function.IntFunction;

/**
 * What user codes look like (RFC 8628 section 6.1), and how much of them may be guessed.
 *
 * @param length {@link #LEAST} to {@link #MOST} characters
 */
public record UserCodeForm(Charset charset, int length) {
    public static final int LEAST = 8;
    public static final int MOST = 64;

    private static final int VALUES_OF_A_BYTE = 256;
    private static final int LEAST_MISSES = 20;
    private static final double CODES_FOR_A_MISS = 1L << 28;

    /** The characters of user codes: one case, no vowels that make words, nothing that looks like another. */
    public enum Charset {
        BASE20("BCDFGHJKLMNPQRSTVWXZ", 10),
        NUMERIC("0123456789", 12);

        private final String characters;
        private final int length;

        Charset(String characters, int length) {
            this.characters = characters;
            this.length = length;
        }
    }

    public UserCodeForm {
        if (length < LEAST || length > MOST) {
            throw new IllegalArgumentException("a user code has " + LEAST + " to " + MOST + " characters");
        }
    }

    /** A length that cannot be, as an earlier version kept it, is the nearest that can. */
    static UserCodeForm of(Members members) {
        Charset charset = "NUMERIC".equals(members.text("userCodeCharset")) ? Charset.NUMERIC : Charset.BASE20;
        long set = members.whole("userCodeLength");
        return new UserCodeForm(charset, set <= 0 ? charset.length : Math.clamp(set, LEAST, MOST));
    }

    /**
     * A code, each of them as likely as any other.
     *
     * @param random gives that many fresh random bytes
     */
    public String code(IntFunction<byte[]> random) {
        StringBuilder code = new StringBuilder();
        while (code.length() < length) {
            append(code, random.apply(length));
        }
        return code.toString();
    }

    /** Bytes at the end of their range, which would make some characters likelier, are left out. */
    private void append(StringBuilder code, byte[] random) {
        int count = charset.characters.length();
        for (byte b : random) {
            int value = Byte.toUnsignedInt(b);
            if (value < VALUES_OF_A_BYTE - VALUES_OF_A_BYTE % count && code.length() < length) {
                code.append(charset.characters.charAt(value % count));
            }
        }
    }

    /**
     * How many codes that do not exist may be looked up in a minute: so many that, guessing for ten minutes, nobody finds a
     * given code with a probability above 1 in 26 million, and at least 20.
     */
    public int missesPerMinute() {
        double codes = Math.pow(charset.characters.length(), length);
        return (int) Math.clamp(codes / CODES_FOR_A_MISS, LEAST_MISSES, Integer.MAX_VALUE);
    }
}
