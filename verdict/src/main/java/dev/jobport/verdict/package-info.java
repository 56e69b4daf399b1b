/** What a verdict says: rules with their sources, what became of each, the evidence, and the conclusion. */
package dev.jobport.verdict;
