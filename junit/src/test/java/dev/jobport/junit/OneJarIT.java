package dev.jobport.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as its users get it. */
class OneJarIT {

    private static final Path JAR = Path.of(System.getProperty("jobport.jar"));
    private static final Path TESTS = Path.of(URI.create(
            OneJarIT.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    private static final long LARGEST = 3 * 1024 * 1024;

    @Test
    void jobport_is_inside_and_a_jackson_under_another_name() throws IOException {
        assertThat(inside().keySet().stream()
                        .filter(name -> name.endsWith(".class"))
                        .map(name -> name.replaceFirst("^(dev/jobport/[^/]+/).*", "$1"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "dev/jobport/adapters/",
                        "dev/jobport/application/",
                        "dev/jobport/domain/",
                        "dev/jobport/internal/",
                        "dev/jobport/junit/",
                        "dev/jobport/lab/",
                        "dev/jobport/verdict/");
        assertThat(inside().keySet())
                .filteredOn(name -> name.endsWith(".class") && name.startsWith("dev/jobport/internal/"))
                .allMatch(name -> name.startsWith("dev/jobport/internal/jackson/"));
        assertThat(inside().keySet())
                .noneMatch(name -> name.matches("dev/jobport/adapters/persistence/(postgres|sql|sqlite)/.+"));
    }

    @Test
    void nothing_inside_asks_for_anothers_jackson() throws IOException {
        assertThat(inside().entrySet().stream()
                        .filter(it -> it.getKey().endsWith(".class"))
                        .filter(it -> it.getValue().contains("com/fasterxml"))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void the_licences_of_what_is_inside_are_kept() throws IOException {
        assertThat(inside().keySet())
                .filteredOn(name -> !name.endsWith(".class") && !name.endsWith("/"))
                .containsExactlyInAnyOrder(
                        "META-INF/MANIFEST.MF",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/FastDoubleParser-LICENSE",
                        "META-INF/FastDoubleParser-ThirdParty-LICENSE",
                        "META-INF/Schubfach-LICENSE");
        assertThat(inside().get("META-INF/LICENSE")).contains("Apache License");
        assertThat(inside().get("META-INF/NOTICE")).contains("Jackson", "FastDoubleParser", "Schubfach");
    }

    /** Of each entry, the text that its bytes are in ISO 8859-1. */
    private static Map<String, String> inside() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(it -> (ZipEntry) it)::iterator) {
                all.put(
                        entry.getName(),
                        new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    @Test
    void it_is_small() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(LARGEST);
    }

    @Test
    void it_brings_nothing_but_the_api_of_the_oldest_junit() throws IOException {
        String pom = Files.readString(JAR.resolveSibling("dependency-reduced-pom.xml"));

        assertThat(Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
                        .matcher(pom)
                        .results()
                        .map(it -> it.group(1))
                        .filter(it -> !it.contains("<scope>test<") && !it.contains("<scope>provided<")))
                .singleElement()
                .asString()
                .contains("<artifactId>junit-jupiter-api<", "<version>5.13.4<");
    }

    @Test
    void it_works_with_junit_alone(@TempDir Path folder) throws Exception {
        assertThat(run(
                        folder,
                        jar -> jar.matches("(junit|opentest4j|apiguardian|assertj|byte-buddy).*"),
                        ScopeTest.InAnInstance.class,
                        Numbers.class))
                .endsWith("8 succeeded, 0 failed");
    }

    /** What reads the longest is not among what was left out. */
    static class Numbers {

        @Test
        void numbers_of_as_many_digits_as_the_server_reads() throws ReflectiveOperationException {
            String longest = "7".repeat(1_000);
            String body = "{\"whole\":" + longest + ",\"real\":1." + longest.substring(10) + "}";

            Object read = Class.forName("dev.jobport.adapters.wire.json.Json")
                    .getMethod("read", byte[].class)
                    .invoke(null, (Object) body.getBytes(StandardCharsets.UTF_8));

            assertThat(read).asString().contains(longest, "1.777");
        }
    }

    @Test
    void it_works_beside_another_jackson_and_the_aws_sdk(@TempDir Path folder) throws Exception {
        assertThat(run(
                        folder,
                        jar -> !jar.startsWith("jackson"),
                        EndOfTestTest.Sound.class,
                        EndOfTestTest.Broken.class))
                .contains("CLAIM-3 error", " 1 broken")
                .endsWith("1 succeeded, 1 failed");
    }

    /** In a JVM of its own, whose Jackson is none. */
    private static String run(Path folder, Predicate<String> others, Class<?>... tests) throws Exception {
        compile(folder, "com.fasterxml.jackson.databind.json", "JsonMapper");
        compile(folder, "com.fasterxml.jackson.core", "JsonFactory");
        String path = Stream.concat(
                        Stream.of(folder.toString(), JAR.toString(), TESTS.toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(it -> it.endsWith(".jar"))
                                .filter(it ->
                                        others.test(Path.of(it).getFileName().toString())))
                .filter(it -> !Path.of(it).getFileName().toString().matches("jobport-(?!junit).*"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                path,
                                InAnotherJvm.class.getName()),
                        Stream.of(tests).map(Class::getName))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.strip();
    }

    private static void compile(Path folder, String inPackage, String name) throws IOException {
        Path file = folder.resolve(name + ".java");
        Files.writeString(file, "package " + inPackage + "; public class " + name + " {}");
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, complaints, complaints, "-d", folder.toString(), file.toString());
        assertThat(code).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    }
}
