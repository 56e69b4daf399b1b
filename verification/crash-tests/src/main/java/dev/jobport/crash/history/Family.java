package dev.jobport.crash.history;

/** Which job workers an action, or a request about it, is for. */
public enum Family {
    ThirdParty,
    Custom;

    /** @param actionType as {@code owner/category/provider/version} */
    public static Family of(String actionType) {
        return valueOf(actionType.substring(0, actionType.indexOf('/')));
    }

    public Family other() {
        return this == Custom ? ThirdParty : Custom;
    }
}
