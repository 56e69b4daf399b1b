package dev.jobport.verify;

import java.util.Optional;

/** What an author has to give so that a scenario can be played. */
@FunctionalInterface
interface Need {

    /** The option that is missing, in words; empty if nothing is. */
    Optional<String> missing(Given given);
}
