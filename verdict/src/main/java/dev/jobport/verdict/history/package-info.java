/** What a job worker was seen to do: exchanges, lives of jobs, and what else a recorder noticed, in one format. */
package dev.jobport.verdict.history;
