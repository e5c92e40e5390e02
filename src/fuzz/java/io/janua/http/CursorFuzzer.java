package io.janua.http;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.janua.problem.Problem;
import java.nio.charset.StandardCharsets;

/** Whatever somebody passes as a cursor is refused or is a place; and a cursor that was given leads where it should. */
public final class CursorFuzzer {

    private CursorFuzzer() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        String list = data.consumeString(40);
        String text = data.consumeRemainingAsString();
        attempt(() -> Cursor.lastKey(list, text));
        attempt(() -> Cursor.lastId(list, text));
        attempt(() -> Cursor.lastNumber(list, text));
        // Half of a surrogate pair is no character, and no list is ordered by one.
        String key = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String after = Cursor.lastKey(list, Cursor.after(list, key)).orElseThrow();
        if (!after.equals(key)) {
            throw new AssertionError("the cursor leads elsewhere");
        }
    }

    private static void attempt(Runnable use) {
        try {
            use.run();
        } catch (Problem refused) {
            // That is an answer.
        }
    }
}
