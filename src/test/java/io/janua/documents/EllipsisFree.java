package io.janua.documents;

import java.util.ArrayDeque;
import java.util.Deque;

/** Makes JSON of an example in which an ellipsis stands for what was left out. */
final class EllipsisFree {

    private static final char LEFT_OUT = '…';

    private EllipsisFree() {}

    /** A bare ellipsis becomes a string of it, or a member whose name begins with it. */
    static String json(String example) {
        var json = new StringBuilder();
        Deque<Character> open = new ArrayDeque<>();
        boolean inString = false;
        boolean isValue = false;
        int members = 0;
        for (int i = 0; i < example.length(); i++) {
            char c = example.charAt(i);
            if (inString) {
                if (c == '\\') {
                    json.append(c).append(example.charAt(++i));
                    continue;
                }
                inString = c != '"';
            } else if (c == LEFT_OUT) {
                boolean isMember = open.peek() == Character.valueOf('{') && !isValue;
                json.append(isMember ? "\"…%d\": \"…\"".formatted(members++) : "\"…\"");
                continue;
            } else {
                switch (c) {
                    case '"' -> inString = true;
                    case '{', '[' -> {
                        open.push(c);
                        isValue = false;
                    }
                    case '}', ']' -> {
                        open.pop();
                        isValue = false;
                    }
                    case ':' -> isValue = true;
                    case ',' -> isValue = false;
                    default -> {}
                }
            }
            json.append(c);
        }
        return json.toString();
    }
}
