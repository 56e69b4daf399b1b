package dev.jobport.application.usecase;

/**
 * How many there may be in each account, so that none takes the room of the others. AWS's own quota of custom action types
 * stands beside the operation that it limits.
 *
 * @param clients that are registered
 * @param actionTypes of each owner that the operator registers, tombstones not counted
 * @param openActions that have started and not ended
 */
public record Quotas(int clients, int actionTypes, int openActions) {

    public static final Quotas DEFAULT = new Quotas(10_000, 1_000, 500_000);
}
