package io.janua.tenant;

import io.janua.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The ids of all tenants, for jobs that serve each in turn. */
@ApplicationScoped
public class TenantDirectory {

    private static final String ALL = "SELECT all_tenants()";

    private final Sql sql;

    TenantDirectory(Sql sql) {
        this.sql = sql;
    }

    public List<String> all() {
        return sql.query(ALL, row -> row.getString(1));
    }
}
