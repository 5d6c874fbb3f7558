package dev.grantkeep.application.page;

import java.util.List;

/**
 * A window's entries.
 *
 * @param total how many entries there are without the window
 */
public record Page<T>(List<T> items, int total) {
    public Page {
        items = List.copyOf(items);
    }
}
