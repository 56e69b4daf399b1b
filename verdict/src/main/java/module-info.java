/** Judges job workers by what was recorded of them. Needs nothing but the JDK's base. */
module dev.jobport.verdict {
    exports dev.jobport.verdict;
    exports dev.jobport.verdict.history;
    exports dev.jobport.verdict.json;
    exports dev.jobport.verdict.report;
    exports dev.jobport.verdict.rules;
}
