package dev.jobport.domain.action;

/** How an action execution stands. Spelled as on the wire. */
public enum ActionExecutionStatus {
    InProgress,
    /** It was stopped. */
    Abandoned,
    Succeeded,
    Failed
}
