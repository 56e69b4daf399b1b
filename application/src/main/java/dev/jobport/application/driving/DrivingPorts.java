package dev.jobport.application.driving;

/**
 * All that clients may ask of the application: the driving side's counterpart of the driven side's {@code Store}. A
 * transport gets this and nothing else of the application; {@link Clock} is not for clients.
 */
public record DrivingPorts(
        ThirdPartyJobWorkers thirdParty,
        CustomJobWorkers custom,
        ActionTypes actionTypes,
        Pipelines pipelines,
        Operators operators,
        Monitoring monitoring) {}
