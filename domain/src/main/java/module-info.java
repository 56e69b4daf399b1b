/** The Job aggregate and its values. Needs nothing but the JDK's base. */
module dev.jobport.domain {
    exports dev.jobport.domain;
    exports dev.jobport.domain.action;
    exports dev.jobport.domain.actiontype;
    exports dev.jobport.domain.client;
    exports dev.jobport.domain.job;
}
