/**
 * The rules that job workers are held to. {@link dev.jobport.verdict.rules.RuleSet} is where to begin; each group of rules is
 * a class, and {@code Seen} is the history, ordered for them.
 */
package dev.jobport.verdict.rules;
