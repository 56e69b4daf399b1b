package dev.jobport.application.driving;

/**
 * All that may be asked of the application from outside: the driving side's counterpart of the driven side's {@code Store}.
 * A transport gets this and nothing else of the application.
 */
public record DrivingPorts(
        ThirdPartyJobWorkers thirdParty,
        CustomJobWorkers custom,
        ActionTypes actionTypes,
        Pipelines pipelines,
        Operators operators,
        Monitoring monitoring) {}
