package dev.jobport.domain;

/**
 * Whose jobs these are: an AWS account in a region, as ARNs name them. Nobody of one account sees what is another's, and
 * the same account in another region is another one.
 *
 * @param id 12 digits
 * @param region 4 to 30 characters, such as {@code us-east-1}
 */
public record Account(String id, String region) {

    public static final TextConstraint ID = TextConstraint.pattern("[0-9]{12}");
    public static final TextConstraint REGION = TextConstraint.length(4, 30).matching("[a-z0-9-]+");

    public Account {
        ID.require(id);
        REGION.require(region);
    }

    /** The part of AWS that the region is in (IAM User Guide, "Amazon Resource Names"). */
    public String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** The name by which AWS knows a resource of CodePipeline's in this account. */
    public String arn(String resource) {
        return "arn:" + partition() + ":codepipeline:" + region + ":" + id + ":" + resource;
    }

    /** {@code REGION/ID}; neither can hold a slash. */
    @Override
    public String toString() {
        return region + "/" + id;
    }
}
