package dev.jobport.domain.actiontype;

import dev.jobport.domain.TextConstraint;

/**
 * The name by which AWS knows a thing of CodePipeline everywhere: {@code arn:aws:codepipeline:region:account:resource}.
 *
 * @param value as CodePipeline takes it (API Reference, ResourceArn)
 */
public record ResourceArn(String value) {

    public static final TextConstraint FORM = TextConstraint.pattern(
            "arn:aws(-[\\w]+)*:codepipeline:.+:[0-9]{12}:.+",
            "arn:aws(?:-\\w++)*+:codepipeline:(?=.+\\z).+:[0-9]{12}:.(?s:.*+)");

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
