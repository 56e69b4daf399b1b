package dev.jobport.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An artifact of an action, and where it is, as people write it: {@code src=bucket/some/key.zip}. */
record NamedArtifact(String name, String bucket, String key) {

    static final String FORM = "NAME=BUCKET/KEY";

    private static final Pattern PARTS = Pattern.compile("([^=]*)=([^/]*)/(.*)", Pattern.DOTALL);

    ObjectNode json() {
        ObjectNode artifact = ControlClient.JSON.createObjectNode().put("name", name);
        artifact.putObject("location")
                .put("type", "S3")
                .putObject("s3Location")
                .put("bucketName", bucket)
                .put("objectKey", key);
        return artifact;
    }

    /** Reads one from the command line. */
    static final class Converter implements ITypeConverter<NamedArtifact> {

        @Override
        public NamedArtifact convert(String text) {
            Matcher parts = PARTS.matcher(text);
            if (!parts.matches()) {
                throw new TypeConversionException("'" + text + "' is not of the form " + FORM);
            }
            return new NamedArtifact(parts.group(1), parts.group(2), parts.group(3));
        }
    }
}
