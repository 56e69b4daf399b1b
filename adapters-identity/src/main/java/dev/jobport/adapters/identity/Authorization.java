package dev.jobport.adapters.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a request says of its signature: the {@code Authorization} header and the date, read but not believed. A
 * signature in the query counts as none.
 *
 * @param signedHeaders their names as given, separated by semicolons
 * @param date when the request says that it was signed
 */
record Authorization(String accessKeyId, Scope scope, String signedHeaders, String signature, Instant date) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final String SIGNATURE_VERSION_4 = "AWS4-";
    private static final List<String> PARAMETERS = List.of("Credential", "Signature", "SignedHeaders");
    private static final String CREDENTIAL = "Credential=";
    private static final int CREDENTIAL_ELEMENTS = 5;
    private static final String HASHED = "ashed with SHA-256 and encoded with Base64)";

    private static final DateTimeFormatter BASIC_FORMAT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);

    /** @throws NotAuthenticated if the request is not signed, or says too little of its signature */
    static Authorization of(SentRequest request) {
        requireOne(request);
        String header = request.header("authorization").orElse("");
        if (!header.startsWith(SIGNATURE_VERSION_4)) {
            throw NotAuthenticated.missing();
        }
        int space = header.indexOf(' ');
        String algorithm = space < 0 ? header : header.substring(0, space);
        Map<String, String> parameters = parameters(header, space < 0 ? "" : header.substring(space));
        Optional<String> date = request.header("x-amz-date").or(() -> request.header("date"));
        requireAll(header, parameters, date);
        if (!algorithm.equals(ALGORITHM)) {
            throw NotAuthenticated.incomplete("Unsupported AWS 'algorithm': '" + algorithm + "'.");
        }
        String[] credential = parameters.get("Credential").split("/", -1);
        if (credential.length != CREDENTIAL_ELEMENTS) {
            throw NotAuthenticated.incomplete("Credential must have exactly 5 slash-delimited elements, e.g."
                    + " keyid/date/region/service/term, got (h" + HASHED + ": '"
                    + hashed(parameters.get("Credential")) + "'.");
        }
        return new Authorization(
                credential[0],
                new Scope(credential[1], credential[2], credential[3], credential[4]),
                parameters.get("SignedHeaders"),
                parameters.get("Signature"),
                instant(date.orElseThrow()));
    }

    /** Of several, others between the client and this server could have looked at another. */
    static void requireOne(SentRequest request) {
        if (request.headers().all("authorization").size() > 1) {
            throw NotAuthenticated.incomplete("There must not be more than one Authorization header.");
        }
    }

    /** The region that a request is signed for, if it is signed at all and whether that is right or not. */
    static Optional<String> claimedRegion(String header) {
        return claimed(header, 2);
    }

    /** The access key that a request says to be signed with, if it is signed at all. */
    static Optional<String> claimedAccessKeyId(String header) {
        return claimed(header, 0);
    }

    private static Optional<String> claimed(String header, int element) {
        int space = header.indexOf(' ');
        if (space < 0 || !header.startsWith(SIGNATURE_VERSION_4)) {
            return Optional.empty();
        }
        return Stream.of(header.substring(space).split(","))
                .map(String::strip)
                .filter(parameter -> parameter.startsWith(CREDENTIAL))
                .findFirst()
                .map(credential -> credential.split("/", -1))
                .filter(elements -> elements.length == CREDENTIAL_ELEMENTS)
                .map(elements -> elements[element].substring(element == 0 ? CREDENTIAL.length() : 0));
    }

    /** The date as it is signed. */
    String timestamp() {
        return inBasicFormat(date);
    }

    static String inBasicFormat(Instant instant) {
        return BASIC_FORMAT.format(instant);
    }

    private static Map<String, String> parameters(String header, String list) {
        Map<String, String> parameters = new HashMap<>();
        if (!list.isBlank()) {
            for (String parameter : list.split(",", -1)) {
                int equal = parameter.indexOf('=');
                if (equal < 0) {
                    throw NotAuthenticated.incomplete("Invalid key=value pair (missing equal-sign) in Authorization"
                            + " header (h" + HASHED + ": '" + hashed(header) + "'.");
                }
                parameters.put(
                        parameter.substring(0, equal).strip(),
                        parameter.substring(equal + 1).strip());
            }
        }
        return parameters;
    }

    private static void requireAll(String header, Map<String, String> parameters, Optional<String> date) {
        StringBuilder missing = new StringBuilder();
        for (String parameter : PARAMETERS) {
            if (parameters.getOrDefault(parameter, "").isEmpty()) {
                missing.append("Authorization header requires '")
                        .append(parameter)
                        .append("' parameter. ");
            }
        }
        if (date.isEmpty()) {
            missing.append("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
        }
        if (!missing.isEmpty()) {
            throw NotAuthenticated.incomplete(missing + "(H" + HASHED + " Authorization=" + hashed(header));
        }
    }

    private static Instant instant(String date) {
        return parsed(date, BASIC_FORMAT)
                .or(() -> parsed(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                .orElseThrow(() -> NotAuthenticated.incomplete("Date must be in ISO-8601 'basic format'. Got '" + date
                        + "'. See http://en.wikipedia.org/wiki/ISO_8601"));
    }

    private static Optional<Instant> parsed(String date, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(date, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String hashed(String value) {
        return Base64.getEncoder().encodeToString(Signature.sha256(value.getBytes(ISO_8859_1)));
    }
}
