package dev.jobport.verify;

/** What an action's work is to be like. Only the worker's author can say which configuration makes it so. */
enum Kind {
    USUAL("--job"),
    FAILING("--failing-job"),
    CONTINUING("--continuing-job"),
    SLOW("--slow-job");

    private final String option;

    Kind(String option) {
        this.option = option;
    }

    /** By which such a job is described. */
    String option() {
        return option;
    }
}
