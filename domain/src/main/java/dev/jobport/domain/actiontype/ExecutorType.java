package dev.jobport.domain.actiontype;

import dev.jobport.domain.TextConstraint;

/** What carries out actions of a type. Spelled as on the wire. */
public enum ExecutorType {
    JobWorker,
    Lambda;

    /** The name of what would carry out actions of the second kind. */
    public static final TextConstraint LAMBDA_FUNCTION_ARN = TextConstraint.length(1, 140)
            .matching(
                    "arn:aws(-[\\w]+)*:lambda:.+:[0-9]{12}:function:.+",
                    "arn:aws(?:-\\w++)*+:lambda:(?=.+\\z).+:[0-9]{12}:function:.(?s:.*+)");
}
