package dev.jobport.crash.rules;

import java.util.function.BiConsumer;

/** A sentence that every history must agree with, and how to find where one does not. */
record Rule(String sentence, BiConsumer<Evidence, Findings> check) {}
