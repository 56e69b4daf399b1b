package dev.jobport.domain.action;

import dev.jobport.domain.TextConstraint;

/**
 * The name by which AWS knows a thing of CodePipeline everywhere: {@code arn:aws:codepipeline:region:account:resource}.
 *
 * @param value as CodePipeline takes it (API Reference, ResourceArn)
 */
public record ResourceArn(String value) {

    public static final TextConstraint FORM = PipelineContext.ARN;

    private static final int PARTS = 6;

    public ResourceArn {
        FORM.require(value);
    }

    /** What it names in its account and region. */
    public String resource() {
        return value.split(":", PARTS)[PARTS - 1];
    }

    @Override
    public String toString() {
        return value;
    }
}
