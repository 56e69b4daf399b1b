package dev.jobport.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashSet;
import java.util.Set;

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

    /** All packages below one, but not that one itself. */
    String below(String name) {
        packages.add(root + "." + name);
        return root + "." + name + ".*..";
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
