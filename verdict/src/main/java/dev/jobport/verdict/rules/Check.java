package dev.jobport.verdict.rules;

/** Looks for all that keeps or breaks a rule. It goes through what was seen once. */
interface Check {

    void judge(Seen seen, Findings findings);
}
