package io.janua.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.janua.security.Acting;
import io.janua.support.CuttableProxy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RowSecurityTest {

    private static final String TENANT = "t-row-security";

    private static final URI SERVER =
            URI.create(System.getenv("JANUA_TEST_DB_URL").substring("jdbc:".length()));

    @Inject
    RowSecurity rowSecurity;

    private final CuttableProxy proxy = new CuttableProxy(SERVER.getHost(), SERVER.getPort());
    private AgroalDataSource pool;

    @BeforeEach
    void aPoolOfOneConnection() throws SQLException {
        pool = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(settings -> settings.maxSize(1)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl("jdbc:postgresql://127.0.0.1:%d%s".formatted(proxy.port(), SERVER.getPath()))
                                .principal(new NamePrincipal(System.getenv("JANUA_TEST_DB_USER")))
                                .credential(new SimplePassword(System.getenv("JANUA_TEST_DB_PASSWORD"))))));
        pool.setPoolInterceptors(List.of(rowSecurity));
    }

    @AfterEach
    void close() {
        pool.close();
        proxy.close();
    }

    @Test
    void theDatabaseIsToldWhoseRowsMayBeSeen() throws SQLException {
        assertThat(tenant()).isEqualTo(TENANT);
    }

    @Test
    void aConnectionThatBroke_failsItsUserAndGivesItsPlaceBack() throws SQLException {
        for (int time = 0; time < 3; time++) {
            assertThat(tenant()).isEqualTo(TENANT);

            proxy.cut();
            assertThatThrownBy(this::tenant)
                    .isInstanceOfSatisfying(SQLException.class, lost -> assertThat(lost.getSQLState())
                            .startsWith("08"));

            proxy.restore();
        }
        assertThat(tenant()).isEqualTo(TENANT);
    }

    private String tenant() throws SQLException {
        return new Acting(TENANT, "system:test").call(this::told);
    }

    private String told() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('janua.tenant')")) {
            row.next();
            return row.getString(1);
        }
    }
}
