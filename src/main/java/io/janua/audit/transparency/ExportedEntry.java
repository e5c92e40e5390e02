package io.janua.audit.transparency;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * An entry's line in an export, with which something is not in order.
 *
 * @param id empty when the line is too damaged to tell
 * @param before the index that belongs where the line stands
 * @param position the index that it has when all lines that follow the first proven one are entries, or -1
 */
record ExportedEntry(byte[] hash, long line, String id, long before, long position) {

    // It is shown on terminals; a forged one must not carry more than an id does.
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /** The member {@code id} of an entry, read as far as the line can be read. */
    static String idIn(byte[] line) {
        try (JsonParser json = ExportLine.JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isId = json.currentName().equals("id");
                JsonToken value = json.nextToken();
                if (isId) {
                    String id = value == JsonToken.VALUE_STRING ? json.getText() : "";
                    return ID.matcher(id).matches() ? id : "";
                }
                json.skipChildren();
            }
            return "";
        } catch (IOException damaged) {
            return "";
        }
    }
}
