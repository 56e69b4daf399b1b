package dev.jobport.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.job.JobStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures on the front page show what there is. */
class DiagramsTest {

    private static final Path README = Path.of("../README.md");
    private static final Pattern STEP = Pattern.compile("(?m)^ +(\\w+) --> (\\w+):");
    private static final Pattern PARTICIPANT = Pattern.compile("(?m)^ +participant \\w+ as (\\w+)$");
    private static final Set<JobStatus> NOT_ACKNOWLEDGED =
            Set.of(JobStatus.Created, JobStatus.Queued, JobStatus.Dispatched);
    private static final Set<JobStatus> TOLD_BELOW_THE_PICTURE = Set.of(JobStatus.TimedOut, JobStatus.Abandoned);

    @Test
    void the_life_of_a_job_is_drawn_whole() throws IOException {
        Set<String> drawn = STEP.matcher(Files.readString(README))
                .results()
                .map(it -> it.group(1) + " --> " + it.group(2))
                .collect(toCollection(TreeSet::new));

        assertThat(drawn).isEqualTo(lifeCycle());
    }

    private static Set<String> lifeCycle() {
        return Arrays.stream(JobStatus.values())
                .flatMap(from -> Arrays.stream(JobStatus.values())
                        .filter(from::mayBecome)
                        .filter(to -> !(NOT_ACKNOWLEDGED.contains(from) && TOLD_BELOW_THE_PICTURE.contains(to)))
                        .map(to -> from + " --> " + to))
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void whoever_takes_part_in_the_request_is_a_class() throws IOException {
        Set<String> classes = Documents.of(Path.of("..")).classes();

        assertThat(PARTICIPANT.matcher(Files.readString(README)).results().map(it -> it.group(1)))
                .hasSizeGreaterThan(3)
                .allMatch(it -> it.equals("worker") || classes.contains(it));
    }

    @Test
    void the_hexagon_shows_adapters_that_exist() throws IOException {
        Stream<String> drawn = Pattern.compile("adapters-\\w+")
                .matcher(Files.readString(README).split("```mermaid")[1].split("```")[0])
                .results()
                .map(it -> it.group());

        assertThat(drawn).isNotEmpty().allMatch(it -> Files.isDirectory(Path.of("..", it)));
    }
}
