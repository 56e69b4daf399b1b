package dev.jobport.domain.job;

/** Why a job failed. Spelled as on the wire. */
public enum FailureType {
    JobFailed,
    ConfigurationError,
    PermissionError,
    RevisionOutOfSync,
    RevisionUnavailable,
    SystemUnavailable
}
