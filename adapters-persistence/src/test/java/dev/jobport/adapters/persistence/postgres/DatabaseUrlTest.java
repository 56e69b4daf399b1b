package dev.jobport.adapters.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//ann:s3cr%40t:x@db.example:5433/jobs?sslmode=require",
                "postgresql://ann:s3cr%40t:x@db.example:5433/jobs?sslmode=require",
                "jdbc:postgresql://db.example:5433/jobs?user=ann&password=s3cr%40t:x&sslmode=require"
            })
    void the_usual_forms_say_the_same(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text);

        assertThat(url)
                .isEqualTo(new DatabaseUrl(
                        "db.example:5433",
                        "jobs",
                        Optional.of("ann"),
                        Optional.of("s3cr@t:x"),
                        Map.of("sslmode", "require")));
        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:5433/jobs");
        assertThat(url).hasToString("postgres://db.example:5433/jobs");
    }

    @Test
    void user_and_password_may_be_left_to_the_driver_and_hosts_may_be_several() {
        DatabaseUrl url = DatabaseUrl.parse("//one:5432,two:5432/jobs");

        assertThat(url.user()).isEmpty();
        assertThat(url.password()).isEmpty();
        assertThat(url.authority()).isEqualTo("one:5432,two:5432");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann:s3cret",
                "//ann:s3cret@/jobs",
                "//ann:s3cret@host",
                "//ann:s3cret@host/",
                "//a:s3cret%@h/d",
                "//a:s3cret b@h/d",
                "//u:pass/s3cret@127.0.0.1:1/d",
                "//u:12/s3cret@h/d",
                "//u:12/d@s3cret",
                "//u:pa#s3cret@h:1/d",
                "//u:pa?s3cret@h:1/d",
                "//h:s3cret/d",
                "//u:s3cret@h:x/d",
                "//u:s3cret@h:123456/d"
            })
    void what_names_no_database_is_refused_and_never_repeated(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .hasMessageContaining("use postgres://USER:PASSWORD@HOST:PORT/DATABASE")
                .hasMessageNotContaining("s3cret")
                .satisfies(e -> assertThat(e.getCause().getMessage()).doesNotContain("s3cret"));
    }
}
