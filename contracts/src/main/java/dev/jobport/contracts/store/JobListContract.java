package dev.jobport.contracts.store;

import static dev.jobport.contracts.Pages.everyPage;
import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A repository lists jobs, a page at a time, and loses none on the way. */
public interface JobListContract extends StoreUnderTest {

    Optional<JobStatus> ANY = Optional.empty();

    @Test
    default void the_jobs_of_an_action_come_in_order() {
        Job first = given(aJob()).get(0);
        given(aJob());
        Job second = continued(first, "one");
        Job third = continued(second, "two");

        assertThat(history().ofAction(first.action().id()))
                .containsExactly(stored(first), stored(second), third)
                .extracting(Job::number)
                .containsExactly(1, 2, 3);
    }

    @Test
    default void an_unknown_action_has_no_jobs() {
        given(aJob());

        assertThat(history().ofAction(new ActionExecutionId("unknown"))).isEmpty();
    }

    @Test
    default void jobs_are_listed_newest_first() {
        List<Job> added = given(aJob(), aJob().startedAt(START.minusSeconds(5)), aJob());
        Job followUp = continued(added.get(0), "token");

        assertThat(history().list(ACCOUNT, ANY, PageRequest.first()).items())
                .containsExactly(followUp, added.get(2), added.get(1), stored(added.get(0)));
    }

    @Test
    default void jobs_are_listed_by_status() {
        for (JobStatus status : JobStatus.values()) {
            given(status);
            given(status);
        }
        for (JobStatus status : JobStatus.values()) {
            List<Job> expected = history().list(ACCOUNT, ANY, PageRequest.first()).items().stream()
                    .filter(job -> job.status() == status)
                    .toList();

            assertThat(expected).hasSizeGreaterThan(1);
            assertThat(history()
                            .list(ACCOUNT, Optional.of(status), PageRequest.first())
                            .items())
                    .isEqualTo(expected);
        }
    }

    @Test
    default void an_empty_list_is_one_empty_page() {
        Page<Job> empty = new Page<>(List.of(), Optional.empty());

        assertThat(history().list(ACCOUNT, ANY, PageRequest.first())).isEqualTo(empty);
        assertThat(history().list(ACCOUNT, Optional.of(JobStatus.Failed), PageRequest.first()))
                .isEqualTo(empty);
        assertThat(history().lastOfActions(ACCOUNT, PageRequest.first())).isEqualTo(empty);
    }

    @Test
    default void the_last_page_announces_no_other() {
        given(aJob(), aJob(), aJob(), aJob());
        Page<Job> page = history().list(ACCOUNT, ANY, new PageRequest(2, Optional.empty()));
        Page<Job> last = history().list(ACCOUNT, ANY, new PageRequest(2, page.nextToken()));

        assertThat(page.nextToken()).isPresent();
        assertThat(last.items()).hasSize(2);
        assertThat(last.nextToken()).isEmpty();
    }

    @Test
    default void pages_lead_to_the_end_and_lose_and_repeat_nothing_though_jobs_are_added() {
        List<JobId> newestFirst = new ArrayList<>(given(aJob(), aJob(), aJob(), aJob(), aJob(), aJob(), aJob()).stream()
                .map(Job::id)
                .toList());
        Collections.reverse(newestFirst);

        assertThat(whileJobsAreAdded(page -> history().list(ACCOUNT, ANY, page)))
                .extracting(Job::id)
                .containsExactlyElementsOf(newestFirst);
    }

    @Test
    default void pages_of_one_status_lead_to_the_end_too() {
        List<JobId> failed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            given(aJob());
            failed.add(0, given(JobStatus.Failed).id());
        }

        assertThat(whileJobsAreAdded(page -> history().list(ACCOUNT, Optional.of(JobStatus.Failed), page)))
                .extracting(Job::id)
                .containsExactlyElementsOf(failed);
    }

    @Test
    default void of_each_action_the_last_job_is_listed_and_the_newest_action_first() {
        List<Job> added = given(aJob(), aJob(), aJob());
        Job last = continued(continued(added.get(1), "one"), "two");

        assertThat(history().lastOfActions(ACCOUNT, PageRequest.first()).items())
                .containsExactly(added.get(2), last, added.get(0));
        assertThat(whileJobsAreAdded(page -> history().lastOfActions(ACCOUNT, page)))
                .containsExactly(added.get(2), last, added.get(0));
    }

    @Test
    default void a_token_of_another_list_or_of_none_is_refused() {
        given(JobStatus.Failed);
        given(JobStatus.Failed);
        PageRequest one = new PageRequest(1, Optional.empty());
        Function<PageRequest, Page<Job>> all = page -> history().list(ACCOUNT, ANY, page);
        Function<PageRequest, Page<Job>> failed = page -> history().list(ACCOUNT, Optional.of(JobStatus.Failed), page);
        Function<PageRequest, Page<Job>> queued = page -> history().list(ACCOUNT, Optional.of(JobStatus.Queued), page);
        Function<PageRequest, Page<Job>> actions = page -> history().lastOfActions(ACCOUNT, page);

        refuses(failed, all.apply(one).nextToken().orElseThrow());
        refuses(queued, failed.apply(one).nextToken().orElseThrow());
        refuses(all, failed.apply(one).nextToken().orElseThrow());
        refuses(all, actions.apply(one).nextToken().orElseThrow());
        refuses(actions, all.apply(one).nextToken().orElseThrow());
        for (String garbage : List.of("", " ", "1", "garbage", "' OR 1=1", "99999999999999999999", "ä")) {
            List.of(all, failed, actions).forEach(list -> refuses(list, garbage));
        }
    }

    private List<Job> whileJobsAreAdded(Function<PageRequest, Page<Job>> list) {
        return everyPage(2, page -> {
            if (page.nextToken().isPresent()) {
                given(aJob());
            }
            return list.apply(page);
        });
    }

    private static void refuses(Function<PageRequest, Page<Job>> list, String token) {
        assertThatThrownBy(() -> list.apply(new PageRequest(1, Optional.of(token))))
                .as(token)
                .isInstanceOf(Refusal.InvalidNextToken.class);
    }
}
