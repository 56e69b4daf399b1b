package dev.jobport.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What documents say of the repository, compared with the repository. */
final class Documents {

    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules", "twins", "tomorrow");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** {@code Job}, {@code Job.stop}, {@code Job.at(now)}; not {@code SIGTERM}. */
    private static final Pattern CLASS =
            Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.([A-Za-z]\\w*))?(?:\\(.*\\))?");

    private static final Pattern PATH = Pattern.compile("[a-z.][\\w.-]*(?:/[\\w.-]+)+/?");
    private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|record|enum|@?interface)\\s+([A-Z]\\w*)");

    /** A word that the code has as a text: an operation or an error of AWS's, a status, a header. */
    private static final Pattern TEXT = Pattern.compile("\"([A-Z]\\w*)\"");

    private static final Pattern IMPORT_FROM_ELSEWHERE =
            Pattern.compile("(?m)^import (?!dev\\.jobport).*\\.([A-Z]\\w*);");

    private final Path root;

    /** By the name of each class, the sources that declare one of this name. */
    private final Map<String, String> sources;

    /** Names that the code knows and does not declare. */
    private final Set<String> words;

    private final Map<Path, String> texts;

    private Documents(Path root, Map<String, String> sources, Set<String> words, Map<Path, String> texts) {
        this.root = root;
        this.sources = sources;
        this.words = words;
        this.texts = texts;
    }

    static Documents of(Path root) {
        Map<String, String> sources = new HashMap<>();
        Set<String> words = new HashSet<>();
        filesIn(root, ".java").map(Documents::read).forEach(source -> {
            all(TEXT, source).forEach(words::add);
            all(IMPORT_FROM_ELSEWHERE, source).forEach(words::add);
            all(DECLARATION, source).distinct().forEach(name -> sources.merge(name, source, String::concat));
        });
        Map<Path, String> texts = filesIn(root, ".md").collect(toUnmodifiableMap(file -> file, Documents::read));
        return new Documents(root, sources, words, texts);
    }

    /** The names of all classes that the sources declare. */
    Set<String> classes() {
        return sources.keySet();
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1));
    }

    /** By the file, what it says. */
    Map<Path, String> texts() {
        return texts;
    }

    /** Where links of a document lead nowhere. */
    Stream<String> brokenLinks(Path document, String text) {
        String prose = CODE.matcher(withoutBlocks(text)).replaceAll("");
        return all(LINK, prose)
                .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                .filter(link -> !leadsSomewhere(document, text, link));
    }

    private boolean leadsSomewhere(Path document, String text, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        if (parts.length == 1) {
            return Files.exists(target);
        }
        return target.equals(document)
                ? anchors(text).contains(parts[1])
                : Files.isRegularFile(target) && anchors(read(target)).contains(parts[1]);
    }

    /** As the places that show Markdown make them of headings. */
    private static Set<String> anchors(String text) {
        return all(HEADING, withoutBlocks(text))
                .map(heading -> LINK.matcher(heading).replaceAll("]"))
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\s-]", "")
                        .strip()
                        .replaceAll("\\s", "-"))
                .collect(toUnmodifiableSet());
    }

    /** Words in backticks that look like a class, or like a class and its member, and that the code does not know. */
    Stream<String> unknownClasses(String text) {
        return code(text, CLASS)
                .filter(it -> !words.contains(it.group(1)) || sources.containsKey(it.group(1)))
                .filter(it -> !isMember(sources.getOrDefault(it.group(1), ""), it.group(1), it.group(2)))
                .map(MatchResult::group);
    }

    private static boolean isMember(String source, String type, String member) {
        return Pattern.compile("\\b" + (member == null ? type : member) + "\\b")
                .matcher(source)
                .find();
    }

    /** Words in backticks that look like a path, and lead nowhere from the root or from the document. A build makes others. */
    Stream<String> unknownPaths(Path document, String text) {
        return code(text, PATH)
                .map(MatchResult::group)
                .filter(path -> !path.contains("target/"))
                .filter(path -> !Files.exists(root.resolve(path)) && !Files.exists(document.resolveSibling(path)));
    }

    private static Stream<MatchResult> code(String text, Pattern form) {
        return CODE.matcher(withoutBlocks(text))
                .results()
                .map(it -> form.matcher(it.group(1)))
                .filter(it -> it.matches())
                .map(it -> it.toMatchResult());
    }

    private static String withoutBlocks(String text) {
        return BLOCK.matcher(text).replaceAll("");
    }

    /** The text of a link instead of the link. */
    static String withoutLinks(String text) {
        return text.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
    }

    private static Stream<Path> filesIn(Path root, String ending) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean ours = folder.equals(root)
                            || !NOT_OURS.contains(folder.getFileName().toString());
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        found.add(file.normalize());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream();
    }

    private static String read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.collect(joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
