package dev.jobport.verify;

import java.util.Optional;

/** What an action's work is to be like. Only the worker's author can say which configuration makes it so. */
enum Kind implements Need {
    USUAL("--job"),
    FAILING("--failing-job"),
    CONTINUING("--continuing-job"),
    SLOW("--slow-job");

    private final String option;

    Kind(String option) {
        this.option = option;
    }

    @Override
    public Optional<String> missing(Given given) {
        return given.has(this) ? Optional.empty() : Optional.of(option);
    }
}
