package dev.jobport.lab.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Tells contents apart. Zip files that hold the same files are the same, whenever they were made. */
final class Digest {

    private Digest() {}

    static String of(byte[] content) {
        Map<String, String> entries = entries(content);
        return "sha256:"
                + hash(
                        "SHA-256",
                        entries.isEmpty() ? content : entries.toString().getBytes(UTF_8));
    }

    /** As S3 names a version of an object. */
    static String etag(byte[] content) {
        return '"' + hash("MD5", content) + '"';
    }

    private static Map<String, String> entries(byte[] content) {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), hash("SHA-256", zip.readAllBytes()));
            }
            return entries;
        } catch (IOException | IllegalArgumentException e) {
            return Map.of(); // no zip file, or a broken one
        }
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
