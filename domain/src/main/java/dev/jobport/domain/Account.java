package dev.jobport.domain;

/**
 * Whose jobs these are: an AWS account in a region, as ARNs name them.
 *
 * @param id 12 digits
 * @param region 4 to 30 characters, such as {@code us-east-1}
 */
public record Account(String id, String region) {

    public static final TextConstraint ID = TextConstraint.pattern("[0-9]{12}");

    /** What may be asked for as a region, there being one or not. */
    public static final TextConstraint REGION_NAME = TextConstraint.length(4, 30);

    public static final TextConstraint REGION = REGION_NAME.matching("[a-z0-9-]+");

    public Account {
        ID.require(id);
        REGION.require(region);
    }
}
