package dev.jobport.verify;

import java.util.List;
import java.util.stream.Stream;

/** All sins, by the groups of the rules that they break. */
final class Sins {

    static final List<Sin> ALL = Stream.of(
                    PollingSins.ALL,
                    ClaimingSins.ALL,
                    ReportingSins.ALL,
                    ErrorSins.ALL,
                    ArtifactSins.ALL,
                    OtherSins.ALL)
            .flatMap(List::stream)
            .toList();

    private Sins() {}
}
