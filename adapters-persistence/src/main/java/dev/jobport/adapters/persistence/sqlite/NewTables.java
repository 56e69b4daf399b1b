package dev.jobport.adapters.persistence.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The tables of a new file. Flyway would make the same ones of the same scripts, but its own work at the first start takes
 * much longer than the scripts do. It takes over at the next version, because it finds here what its baseline leaves.
 */
final class NewTables {

    private static final List<String> SCRIPTS = List.of("V1__jobs.sql", "V2__repeats.sql");

    private static final String BASELINE = """
        CREATE TABLE "flyway_schema_history" (
            "installed_rank" INT NOT NULL PRIMARY KEY,
            "version" VARCHAR(50),
            "description" VARCHAR(200) NOT NULL,
            "type" VARCHAR(20) NOT NULL,
            "script" VARCHAR(1000) NOT NULL,
            "checksum" INT,
            "installed_by" VARCHAR(100) NOT NULL,
            "installed_on" TEXT NOT NULL DEFAULT (strftime('%%Y-%%m-%%d %%H:%%M:%%f','now')),
            "execution_time" INT NOT NULL,
            "success" BOOLEAN NOT NULL
        );
        CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
        INSERT INTO flyway_schema_history
            (installed_rank, version, description, type, script, installed_by, execution_time, success)
            VALUES (1, '%d', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', '', 0, 1);
        """.formatted(SCRIPTS.size());

    private NewTables() {}

    /** Makes all of them or, if that fails, none. */
    static void make(DataSource database) throws SQLException, IOException {
        StringBuilder all = new StringBuilder("BEGIN IMMEDIATE;\n");
        for (String script : SCRIPTS) {
            try (InputStream sql = NewTables.class.getResourceAsStream(script)) {
                all.append(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        all.append(BASELINE).append("COMMIT;");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(all.toString()); // of this driver's methods the one that takes many statements
        }
    }
}
