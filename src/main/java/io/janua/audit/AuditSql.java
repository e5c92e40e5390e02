package io.janua.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs the log's SQL, on the connection of the transaction at hand where there is one. */
@ApplicationScoped
class AuditSql {

    private final AgroalDataSource database;

    AuditSql(AgroalDataSource database) {
        this.database = database;
    }

    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, Row<T> row, Object... parameters) {
        return execute(
                sql,
                statement -> {
                    try (var rows = statement.executeQuery()) {
                        List<T> found = new ArrayList<>();
                        while (rows.next()) {
                            found.add(row.read(rows));
                        }
                        return found;
                    }
                },
                parameters);
    }

    /** @return how many rows it changed */
    int update(String sql, Object... parameters) {
        return execute(sql, PreparedStatement::executeUpdate, parameters);
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T execute(String sql, Work<T> work, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Object parameter = parameters[i] instanceof SqlArray array
                        ? connection.createArrayOf(array.type(), array.values())
                        : parameters[i];
                statement.setObject(i + 1, parameter);
            }
            return work.with(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException("the audit log cannot be reached", failed);
        }
    }

    /** @param type of the elements, as PostgreSQL calls it */
    record SqlArray(String type, Object[] values) {}
}
