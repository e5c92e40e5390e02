package io.janua.tenant;

import io.janua.database.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Refuses to serve under a database role for which the wall between tenants does not stand. */
@ApplicationScoped
class DatabaseRole {

    private static final String STANDS_ABOVE_ROW_SECURITY = """
            SELECT r.rolsuper OR r.rolbypassrls
                OR EXISTS (SELECT FROM pg_class c WHERE c.oid = 'gallery'::regclass AND pg_has_role(c.relowner, 'MEMBER'))
            FROM pg_roles r WHERE r.rolname = current_user""";

    private final Sql sql;

    DatabaseRole(Sql sql) {
        this.sql = sql;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        if (sql.query(STANDS_ABOVE_ROW_SECURITY, row -> row.getBoolean(1)).getFirst()) {
            throw new IllegalStateException(
                    "JANUA_DB_USER is a superuser, bypasses row security or owns the tables, so nothing would keep"
                            + " tenants apart: let JANUA_DB_OWNER own them, and name another role in JANUA_DB_USER");
        }
    }
}
