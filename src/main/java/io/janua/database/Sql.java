package io.janua.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain SQL where Hibernate has no part: before a tenant is known, in jobs, and for rows that are no entities. It runs on
 * the connection of the transaction at hand, where there is one, and sees what row security lets it see.
 */
@ApplicationScoped
public class Sql {

    private final AgroalDataSource database;

    Sql(AgroalDataSource database) {
        this.database = database;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * A parameter of many values.
     *
     * @param type of each, as PostgreSQL calls it
     */
    public record Array(String type, Object[] values) {}

    /** @throws IllegalStateException when the database refuses or does not answer; the cause says which */
    public <T> List<T> query(String sql, Row<T> row, Object... parameters) {
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

    /**
     * @return how many rows it changed
     * @throws IllegalStateException when the database refuses or does not answer; the cause says which
     */
    public int update(String sql, Object... parameters) {
        return execute(sql, PreparedStatement::executeUpdate, parameters);
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T execute(String sql, Work<T> work, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, bound(parameters[i], connection));
            }
            return work.with(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database did not do as asked", failed);
        }
    }

    private static Object bound(Object parameter, Connection connection) throws SQLException {
        return switch (parameter) {
            case Array array -> connection.createArrayOf(array.type(), array.values());
            // The driver does not know what an instant is.
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case null -> null;
            default -> parameter;
        };
    }
}
