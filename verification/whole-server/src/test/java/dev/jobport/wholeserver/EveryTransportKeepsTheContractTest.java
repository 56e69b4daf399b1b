package dev.jobport.wholeserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.jobport.adapters.http.HttpServer;
import dev.jobport.application.driving.Transport;
import dev.jobport.contracts.transport.CustomTransportContract;
import dev.jobport.contracts.transport.JobWorkerTransportContract;
import dev.jobport.contracts.transport.ThirdPartyTransportContract;
import dev.jobport.wholeserver.twins.TransportWithoutContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mirror of the stores' rule: what listens is held to the protocol, to access and to the separation of accounts. */
class EveryTransportKeepsTheContractTest {

    private static final JavaClasses TESTS = new ClassFileImporter().importPaths(testsOfAllModules());

    @Test
    void every_transport_is_held_to_the_contract_by_a_test() {
        List<JavaClass> transports = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.jobport.adapters", "dev.jobport.bootstrap")
                        .stream()
                        .filter(type -> type.isAssignableTo(Transport.class) && !type.isInterface())
                        .toList();

        assertThat(transports).extracting(JavaClass::getName).contains(HttpServer.class.getName());
        assertThat(transports)
                .as("transports that a test holds to the contract")
                .allMatch(it -> isHeld(it));
    }

    @Test
    void a_transport_without_such_a_test_is_told_apart() {
        JavaClass sinner = new ClassFileImporter().importClass(TransportWithoutContract.class);

        assertThat(isHeld(sinner)).isFalse();
    }

    private static boolean isHeld(JavaClass transport) {
        return TESTS.stream()
                .filter(test -> !test.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(test -> Stream.of(
                                JobWorkerTransportContract.class,
                                ThirdPartyTransportContract.class,
                                CustomTransportContract.class)
                        .anyMatch(test::isAssignableTo))
                .anyMatch(test -> reaches(test, transport.getPackageName()));
    }

    /** Through the fixtures that the test is made of: a test of a whole server never names the transport itself. */
    private static boolean reaches(JavaClass test, String packageName) {
        Deque<JavaClass> toFollow = new ArrayDeque<>(List.of(test));
        Set<String> followed = new HashSet<>();
        while (!toFollow.isEmpty()) {
            JavaClass here = toFollow.pop();
            if (!followed.add(here.getName())) {
                continue;
            }
            for (Dependency dependency : here.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().equals(packageName)) {
                    return true;
                }
                if (TESTS.contain(target.getName())) {
                    toFollow.push(target);
                }
            }
        }
        return false;
    }

    /** A transport is held in its own module or here; those modules are tested before this one. */
    private static List<Path> testsOfAllModules() {
        try (Stream<Path> modules = Files.list(Path.of("../.."))) {
            return Stream.concat(modules, Stream.of(Path.of(".")))
                    .map(module -> module.resolve("target/test-classes"))
                    .filter(Files::isDirectory)
                    .filter(tests -> !tests.startsWith("../../architecture"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the modules cannot be listed", e);
        }
    }
}
