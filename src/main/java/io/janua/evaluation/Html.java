package io.janua.evaluation;

/** Text of others in a page. */
final class Html {

    private Html() {}

    static String escape(String text) {
        return Shown.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
