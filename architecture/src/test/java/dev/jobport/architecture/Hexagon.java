package dev.jobport.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages under a root, and a memory of what a rule speaks of: a rule about a package that does not exist, or
 * against a library that nobody uses, could not fail.
 */
final class Hexagon {

    private final String root;
    private final Set<String> packages = new LinkedHashSet<>();
    private final Set<String> libraries = new LinkedHashSet<>();
    private final Set<String> classes = new LinkedHashSet<>();

    Hexagon(String root) {
        this.root = root;
    }

    /** A package and all below it. */
    String in(String name) {
        packages.add(root + "." + name);
        return root + "." + name + "..";
    }

    /** The adapters of these roles. */
    String[] adapters(Role... roles) {
        return names(roles).map(name -> in("adapters." + name)).toArray(String[]::new);
    }

    /** All packages below the adapters of these roles, but not their own. */
    String[] below(Role... roles) {
        return names(roles)
                .map(name -> in("adapters." + name).replace("..", ".*.."))
                .toArray(String[]::new);
    }

    /** A package of this name in each adapter of a role. */
    String[] inEach(Role role, String name) {
        return names(role)
                .map(adapter -> root + ".adapters." + adapter + "." + name + "..")
                .toArray(String[]::new);
    }

    /** A class of this name in each adapter of a role. There need not be any. */
    Set<String> classInEach(Role role, String name) {
        return names(role)
                .map(adapter -> root + ".adapters." + adapter + "." + name)
                .collect(Collectors.toSet());
    }

    /** All packages in which a build puts code that it generates. There need not be any. */
    String generated() {
        return root + ".adapters..generated..";
    }

    private static Stream<String> names(Role... roles) {
        return Stream.of(roles).flatMap(role -> role.adapters().stream());
    }

    /** What follows a package in the name of a class below it, up to the next dot; empty if it is not below it. */
    Optional<String> partOf(String name, JavaClass type) {
        String prefix = root + "." + name + ".";
        return Optional.of(type.getPackageName() + ".")
                .filter(it -> it.startsWith(prefix) && it.length() > prefix.length())
                .map(it -> it.substring(prefix.length(), it.indexOf('.', prefix.length())));
    }

    /** The packages directly below one, each with all below it, as a pattern for slices. */
    String eachIn(String name) {
        packages.add(root + "." + name);
        return root + "." + name + ".(*)..";
    }

    /** All packages, each on its own, as a pattern for slices. */
    String each() {
        return root + ".(**)";
    }

    /** A package of somebody else's and all below it. */
    String library(String name) {
        libraries.add(name);
        return name + "..";
    }

    /** A class of the hexagon, and what inherits from it. */
    DescribedPredicate<JavaClass> type(String name) {
        String fullName = root + "." + name;
        classes.add(fullName);
        return DescribedPredicate.describe("are a " + fullName, type -> type.isAssignableTo(fullName));
    }

    Set<String> packages() {
        return packages;
    }

    Set<String> libraries() {
        return libraries;
    }

    Set<String> classes() {
        return classes;
    }
}
