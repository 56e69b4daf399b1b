package example.worker;

import java.util.concurrent.Callable;

/**
 * What a poll tells of a job.
 *
 * @param from whose job it is, for people
 * @param job the job itself, which may have to be asked for
 */
record Offer(String jobId, String from, Callable<Job> job) {}
