package dev.jobport.domain.actiontype;

/** Who provides an action type: AWS itself, a partner, or the customer. Spelled as on the wire. */
public enum ActionOwner {
    AWS,
    ThirdParty,
    Custom
}
