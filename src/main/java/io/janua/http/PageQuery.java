package io.janua.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The two parameters that every list takes. */
public class PageQuery {

    @RestQuery
    @Parameter(description = "nextCursor of the page before; leave out for the first page")
    public String cursor;

    @RestQuery
    @Min(1)
    @Max(Page.MAX_LIMIT)
    @Parameter(description = "How many entries at most; 50 when left out")
    public Integer limit;

    public int size() {
        return limit == null ? Page.DEFAULT_LIMIT : limit;
    }

    public Optional<UUID> lastId(String list) {
        return Cursor.lastId(list, cursor);
    }

    public Optional<Long> lastNumber(String list) {
        return Cursor.lastNumber(list, cursor);
    }

    public Optional<String> lastKey(String list) {
        return Cursor.lastKey(list, cursor);
    }
}
