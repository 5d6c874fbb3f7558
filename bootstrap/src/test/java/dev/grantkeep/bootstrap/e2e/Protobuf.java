package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A message of Protocol Buffers, read without its description: fields by number. */
record Protobuf(Map<Integer, List<Object>> fields) {
    static Protobuf read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, List<Object>> fields = new HashMap<>();
        while (in.hasRemaining()) {
            long tag = varint(in);
            Object value = switch ((int) (tag & 7)) {
                case 0 -> varint(in);
                case 1 -> in.getLong();
                case 2 -> bytes(in);
                case 5 -> (long) in.getInt();
                default -> throw new IllegalArgumentException("wire type " + (tag & 7));
            };
            fields.computeIfAbsent((int) (tag >>> 3), number -> new ArrayList<>())
                    .add(value);
        }
        return new Protobuf(fields);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[(int) varint(in)];
        in.get(bytes);
        return bytes;
    }

    private Stream<byte[]> all(int number) {
        return fields.getOrDefault(number, List.of()).stream().map(byte[].class::cast);
    }

    Stream<Protobuf> messages(int number) {
        return all(number).map(Protobuf::read);
    }

    String text(int number) {
        return all(number).findFirst().map(bytes -> new String(bytes, UTF_8)).orElse("");
    }

    String hex(int number) {
        return all(number).findFirst().map(HexFormat.of()::formatHex).orElse("");
    }

    long number(int number) {
        return fields.getOrDefault(number, List.of(0L)).get(0) instanceof Long value ? value : 0;
    }
}
