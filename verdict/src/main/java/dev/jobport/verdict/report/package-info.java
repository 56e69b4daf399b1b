/** A verdict for people, programs, build servers and pull requests. */
package dev.jobport.verdict.report;
