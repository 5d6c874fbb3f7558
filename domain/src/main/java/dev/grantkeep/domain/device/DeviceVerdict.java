package dev.grantkeep.domain.device;

import org.jspecify.annotations.Nullable;

/** What a device's request is worth. */
public sealed interface DeviceVerdict {
    record Valid(DeviceRequest request) implements DeviceVerdict {}

    /** @param detail what it is about, such as a parameter's name */
    record Refused(DeviceRefusal why, @Nullable String detail) implements DeviceVerdict {}
}
