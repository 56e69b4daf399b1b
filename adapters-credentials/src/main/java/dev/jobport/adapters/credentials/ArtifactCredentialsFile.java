package dev.jobport.adapters.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * The operator's file that says where job workers' credentials for artifacts come from. It is read again for each answer,
 * so whoever keeps credentials fresh replaces it.
 */
public final class ArtifactCredentialsFile {

    private static final Logger log = LoggerFactory.getLogger(ArtifactCredentialsFile.class);

    /** More than any list of roles takes. */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SESSION = "session";
    private static final String ASSUME_ROLE = "assumeRole";

    private static final Pattern ARN = Pattern.compile("arn:[^:]+:.+");

    private static final String BUCKETS = "buckets";
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]*\\*?");

    private static final String FORM =
            "It must be like {\"accounts\":{\"123456789012\":{\"buckets\":[\"my-artifacts\"],"
                    + "\"assumeRole\":{\"roleArn\":\"arn:aws:iam::…:role/…\",\"accessKeyId\":\"…\",\"secretAccessKey\":\"…\"}}}},"
                    + " or with \"session\":{\"accessKeyId\":\"…\",\"secretAccessKey\":\"…\",\"sessionToken\":\"…\"} in"
                    + " the place of assumeRole.";

    private final Path path;
    private final String region;
    private final String account;

    private ArtifactCredentialsFile(Path path, String region, String account) {
        this.path = path;
        this.region = region;
        this.account = account;
    }

    /**
     * Which accounts there are, and their buckets, is read once; an account's keys are read for each answer.
     *
     * @param region of the Security Token Service, where the file names none
     * @throws ArtifactCredentials.Unavailable if the file cannot be used; its message says, fit to be shown, why and what
     *     to do
     */
    public static ArtifactCredentials open(Path path, String region) {
        ArtifactCredentialsFile whole = new ArtifactCredentialsFile(path, region, "");
        JsonNode accounts = whole.accounts();
        whole.warnIfOpen();
        Map<String, PerAccount.Source> sources = new HashMap<>();
        accounts.fieldNames().forEachRemaining(account -> {
            if (!ACCOUNT.matcher(account).matches()) {
                throw whole.malformed("an account id has 12 digits");
            }
            sources.put(account, new ArtifactCredentialsFile(path, region, account).source());
        });
        return new PerAccount(sources);
    }

    private PerAccount.Source source() {
        JsonNode entry = entry();
        List<String> buckets = new ArrayList<>();
        entry.path(BUCKETS).forEach(bucket -> buckets.add(bucket.asText()));
        if (buckets.isEmpty()
                || !buckets.stream().allMatch(bucket -> BUCKET.matcher(bucket).matches())) {
            throw malformed("buckets must list names of buckets, or their beginnings with a * at the end");
        }
        return new PerAccount.Source(credentials(entry), new BucketNames(buckets));
    }

    private ArtifactCredentials credentials(JsonNode entry) {
        if (entry.has(SESSION)) {
            session();
            return new ConfiguredCredentials(this::session);
        }
        return new StsCredentials(this::role);
    }

    private AwsSessionCredentials session() {
        JsonNode session = member(SESSION);
        return new AwsSessionCredentials(
                text(session, "accessKeyId"), text(session, "secretAccessKey"), text(session, "sessionToken"));
    }

    private Role role() {
        JsonNode role = member(ASSUME_ROLE);
        String arn = text(role, "roleArn");
        if (!ARN.matcher(arn).matches()) {
            throw malformed("roleArn is no ARN");
        }
        String roleRegion = optionalText(role, "region").orElse(region);
        return new Role(
                arn,
                endpoint(optionalText(role, "endpoint").orElseGet(() -> defaultEndpoint(roleRegion))),
                roleRegion,
                text(role, "accessKeyId"),
                text(role, "secretAccessKey"),
                optionalText(role, "sessionToken"),
                optionalText(role, "externalId"));
    }

    static String defaultEndpoint(String region) {
        return "https://sts." + region + "."
                + PartitionMetadata.of(Region.of(region)).dnsSuffix();
    }

    /** What comes back is as good as a key to the artifacts, so it goes over TLS, or does not leave the machine. */
    private URI endpoint(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || isLoopbackHttp(uri))) {
                return uri;
            }
        } catch (IllegalArgumentException | UnknownHostException e) {
            log.debug("not an endpoint", e);
        }
        throw malformed("endpoint is no https URL");
    }

    private static boolean isLoopbackHttp(URI uri) throws UnknownHostException {
        return "http".equals(uri.getScheme())
                && InetAddress.getByName(uri.getHost()).isLoopbackAddress();
    }

    private JsonNode member(String name) {
        JsonNode member = entry().path(name);
        if (!member.isObject()) {
            throw malformed("there is no " + name + " in it");
        }
        return member;
    }

    private JsonNode read() {
        JsonNode content;
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw malformed("it is no regular file"); // a pipe may never end
            }
            try (InputStream in = Files.newInputStream(path)) {
                content = JSON.readTree(in.readNBytes(MAX_BYTES));
            }
        } catch (JsonProcessingException e) {
            throw malformed("it is not JSON"); // the cause would show a part of it
        } catch (IOException e) {
            throw new ArtifactCredentials.Unavailable(
                    "The artifact credentials file " + path + " cannot be read ("
                            + e.getClass().getSimpleName() + "): make it a file that the server's user may read.",
                    e);
        }
        return content;
    }

    private JsonNode accounts() {
        JsonNode content = read();
        if (content.has(SESSION) || content.has(ASSUME_ROLE)) {
            throw malformed("it has credentials for everybody, and each account needs its own");
        }
        JsonNode accounts = content.path("accounts");
        if (!accounts.isObject() || accounts.isEmpty()) {
            throw malformed("there are no accounts in it");
        }
        return accounts;
    }

    /** What the file says of the account. */
    private JsonNode entry() {
        JsonNode entry = accounts().path(account);
        if (entry.has(SESSION) == entry.has(ASSUME_ROLE)) {
            throw malformed("there must be either " + SESSION + " or " + ASSUME_ROLE + " in it");
        }
        return entry;
    }

    private String text(JsonNode object, String name) {
        return optionalText(object, name).orElseThrow(() -> malformed(name + " is missing"));
    }

    private static Optional<String> optionalText(JsonNode object, String name) {
        return Optional.ofNullable(object.path(name).textValue()).filter(text -> !text.isBlank());
    }

    private ArtifactCredentials.Unavailable malformed(String why) {
        return new ArtifactCredentials.Unavailable(
                "The artifact credentials file " + path + " is malformed" + (account.isEmpty() ? "" : " at " + account)
                        + ": " + why + ". " + FORM,
                null);
    }

    private void warnIfOpen() {
        try {
            boolean knowsPermissions = Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
            if (knowsPermissions && !Collections.disjoint(Files.getPosixFilePermissions(path), OTHERS)) {
                log.warn("Others than its owner can read or change the secrets in {}: chmod 600 it.", path);
            }
        } catch (IOException e) {
            log.warn("It is not known who can read the secrets in {}.", path, e);
        }
    }
}
