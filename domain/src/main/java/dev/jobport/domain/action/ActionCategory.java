package dev.jobport.domain.action;

/** What kind of work an action does. Spelled as on the wire. */
public enum ActionCategory {
    Source,
    Build,
    Deploy,
    Test,
    Invoke,
    Approval,
    Compute
}
