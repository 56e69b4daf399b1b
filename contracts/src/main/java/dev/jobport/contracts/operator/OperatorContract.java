package dev.jobport.contracts.operator;

/** What an operator may rely on. */
public interface OperatorContract extends OperatedActionTypeContract, OperatedClientContract {}
