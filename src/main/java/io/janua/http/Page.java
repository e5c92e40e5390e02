package io.janua.http;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "Pass as ?cursor= to get the next page; absent on the last page") @Nullable
        String nextCursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /**
     * @param oneMore up to {@code limit + 1} items in order: the extra one only tells that there is a next page
     * @param key what the list is ordered by, unique in it
     */
    public static <T> Page<T> of(String list, List<T> oneMore, int limit, Function<T, String> key) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = List.copyOf(oneMore.subList(0, limit));
        return new Page<>(items, Cursor.after(list, key.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), nextCursor);
    }
}
