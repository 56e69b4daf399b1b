package dev.jobport.domain.actiontype;

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
