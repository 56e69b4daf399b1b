/** The use cases and their ports. Needs the domain and nothing else. */
module dev.jobport.application {
    requires transitive dev.jobport.domain;

    exports dev.jobport.application;
    exports dev.jobport.application.driven;
    exports dev.jobport.application.driving;
    exports dev.jobport.application.usecase;
}
