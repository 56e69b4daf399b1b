package dev.jobport.adapters.persistence.postgres;

import dev.jobport.application.driven.Store;
import dev.jobport.contracts.store.DamageContract;
import dev.jobport.contracts.store.DurableStoreContract;
import dev.jobport.contracts.store.SharedStoreContract;
import java.util.List;

/** The store in a PostgreSQL database keeps the contract, and its content, and may be shared. */
class PostgresStoreTest implements DurableStoreContract, DamageContract, SharedStoreContract {

    private static final List<String> TABLES = List.of("action_type", "client", "action_execution", "job");

    private final String url = TestDatabase.emptied(PostgresStoreTest.class);
    private Store store = PostgresStore.open(url);

    @Override
    public Store store() {
        return store;
    }

    @Override
    public void reopen() {
        store.close();
        store = PostgresStore.open(url);
    }

    @Override
    public Store another() {
        return PostgresStore.open(url + "?ApplicationName=another");
    }

    @Override
    public void crash(Store another) {
        TestDatabase.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database()
                + "' AND application_name = 'another'");
    }

    @Override
    public void failWrites() {
        execute("CREATE FUNCTION fail() RETURNS trigger AS 'BEGIN RAISE disk_full; END' LANGUAGE plpgsql");
        TABLES.forEach(table -> execute("CREATE TRIGGER fault BEFORE INSERT OR UPDATE OR DELETE ON " + table
                + " FOR EACH ROW EXECUTE FUNCTION fail()"));
    }

    @Override
    public void mend() {
        execute("DROP FUNCTION fail CASCADE");
    }

    private void execute(String sql) {
        TestDatabase.execute(sql, database());
    }

    private String database() {
        return url.replaceFirst(".*/", "");
    }

    @Override
    public long room() {
        return TestDatabase.size(url);
    }
}
