package dev.jobport.adapters.persistence.format;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.SECRET;
import static dev.jobport.contracts.fixtures.Samples.anActionType;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.Store;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.contracts.store.StoreUnderTest;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store without columns writes, it reads again, and secrets are sealed on the way. */
class FormatTest implements StoreUnderTest {

    private static final SecretsKeys KEYS = new SecretsKeys(List.of(new SecretsKey(new byte[SecretsKey.BYTES])));

    private final Store store = new MemoryStore();

    @Override
    public Store store() {
        return store;
    }

    @Test
    void jobs_of_every_status_with_all_that_they_can_have() {
        given(SomeJobs.aBareJob());
        for (JobStatus status : JobStatus.values()) {
            given(status);
        }
        List<Job> jobs = history()
                .list(ACCOUNT, Optional.empty(), new PageRequest(100, Optional.empty()))
                .items();

        assertThat(jobs).hasSizeGreaterThan(JobStatus.values().length).allSatisfy(job -> {
            Job read = JobJson.read(throughText(JobJson.write(job)), job.action());
            assertThat(read).usingRecursiveComparison().isEqualTo(job);
        });
    }

    @Test
    void actions_with_a_key_and_without() {
        for (SomeJobs kind : List.of(SomeJobs.aJob(), SomeJobs.aBareJob())) {
            ActionExecution action = kind.first().action();
            for (SecretsKeys keys : List.of(KEYS, SecretsKeys.NONE)) {
                ActionExecution read = ActionJson.read(throughText(ActionJson.write(action, keys)), keys);
                assertThat(read).usingRecursiveComparison().isEqualTo(action);
            }
        }
    }

    @Test
    void with_a_key_no_secret_is_written_as_it_is() {
        ActionExecution action = SomeJobs.aJob().first().action();
        String secret = action.input().configuration().get(SECRET);
        String quoted = Json.quoted(secret);

        assertThat(ActionJson.write(action, SecretsKeys.NONE).toString()).contains(quoted);
        assertThat(ActionJson.write(action, KEYS).toString()).doesNotContain(quoted);
    }

    @Test
    void action_types() {
        ActionType type = anActionType(CUSTOM_ACTION_TYPE);

        ActionType read = ActionTypeJson.read(throughText(ActionTypeJson.write(type)));

        assertThat(read).usingRecursiveComparison().isEqualTo(type);
    }

    @Test
    void the_format_knows_no_database() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "dev.jobport.adapters.persistence.sql..")
                .check(new ClassFileImporter().importPackages(SecretsKeys.class.getPackageName()));
    }

    private static JsonNode throughText(JsonNode json) {
        return Json.parse(json.toString());
    }
}
