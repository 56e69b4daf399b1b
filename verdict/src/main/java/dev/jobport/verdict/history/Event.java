package dev.jobport.verdict.history;

import java.time.Instant;

/** Something that was seen. All its secrets are tags already, such as {@code #n7}, equal where the secret is equal. */
public sealed interface Event
        permits Exchange, ActionStarted, LifeEvent, ArtifactRequest, OutputLine, ProcessEvent, Mark {

    /** Its place in the order in which things arrived or happened; 1 is the first. */
    long number();

    /** When it arrived or happened, by the machine's clock; a {@link LifeEvent} tells the protocol's time instead. */
    Instant at();
}
