package dev.jobport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** What holds for adapters, each by its role. */
final class AdapterRules {

    private static final DescribedPredicate<JavaClass> MODULES =
            describe("are modules", type -> outermost(type).getSimpleName().endsWith("Module"));

    static final List<Rule> ALL = List.of(
            new Rule(
                    "every_adapter_declares_its_role",
                    "Give the package directly below adapters its line in Role, so that the rules know which ports it"
                            + " may see.",
                    it -> classes().that().resideInAPackage(it.in("adapters")).should(declareARole(it))),
            new Rule(
                    "driving_adapters_see_driving_ports_only",
                    "Ask a driving port; if it cannot tell, it lacks a method.",
                    it -> noClasses()
                            .that(resideInAPackage(it.in("adapters"))
                                    .and(not(resideInAnyPackage(it.adapters(Role.DRIVEN, Role.STORES)))))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(it.in("application.driven"), it.in("application.usecase"))),
            new Rule(
                    "driven_adapters_see_driven_ports_only",
                    "A driven adapter answers what it is asked and calls nobody.",
                    it -> noClasses()
                            .that(resideInAPackage(it.in("adapters"))
                                    .and(not(
                                            resideInAnyPackage(it.adapters(Role.DRIVING, Role.PROTOCOL, Role.SHARED)))))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(it.in("application.driving"), it.in("application.usecase"))),
            new Rule(
                    "adapters_do_not_know_each_other",
                    "Let them meet in a port; bootstrap puts them together. A transport may know the protocol that it"
                            + " carries, and what transports share, for instance who sends a request.",
                    it -> slices().matching(it.eachIn("adapters"))
                            .should()
                            .notDependOnEachOther()
                            .ignoreDependency(
                                    resideInAnyPackage(it.adapters(Role.DRIVING)),
                                    resideInAnyPackage(it.adapters(Role.PROTOCOL)))
                            .ignoreDependency(
                                    resideInAnyPackage(it.adapters(Role.DRIVING, Role.PROTOCOL)),
                                    resideInAnyPackage(it.adapters(Role.SHARED)))),
            new Rule(
                    "identity_knows_no_transport",
                    "Take it from the record of what was sent, which each transport makes of its own requests.",
                    it -> classes()
                            .that()
                            .resideInAnyPackage(it.adapters(Role.SHARED))
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(it.adapters(Role.SHARED))
                                    .or(resideInAnyPackage(
                                            it.in("application.driving"),
                                            it.in("domain"),
                                            it.library("com.fasterxml.jackson"),
                                            it.library("org.slf4j"),
                                            "java.io",
                                            "java.nio.file..",
                                            "java.security..",
                                            "javax.crypto..",
                                            "java.util.concurrent.."))
                                    .or(resideInAnyPackage(CoreRules.PURE_JDK)))),
            new Rule(
                    "stores_do_not_know_each_other",
                    "Write it again or move it out of both: a store can be added and removed as one folder. What stores"
                            + " write alike belongs into a package beside them that holds no store.",
                    it -> classes()
                            .that()
                            .resideInAnyPackage(it.below(Role.STORES))
                            .should(StoresApart.knowNoOtherStore(it))),
            new Rule(
                    "the_apis_of_the_http_adapter_do_not_know_each_other",
                    "What the worker side and the control side share belongs into adapters.wire.json, or into the"
                            + " javalin package if it needs the web server.",
                    it -> slices().matching(it.eachIn("adapters.http"))
                            .should()
                            .notDependOnEachOther()
                            .ignoreDependency(
                                    resideInAnyPackage(it.in("adapters.http.worker"), it.in("adapters.http.control")),
                                    resideInAPackage(it.in("adapters.http.javalin")))),
            new Rule(
                    "aws_json_knows_no_web_server",
                    "Work on the record of what was sent, and let a transport carry: AWS JSON is used without a web"
                            + " server too.",
                    it -> classes()
                            .that()
                            .resideInAnyPackage(it.adapters(Role.PROTOCOL))
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(it.adapters(Role.PROTOCOL, Role.SHARED))
                                    .or(resideInAnyPackage(
                                            it.in("application"),
                                            it.in("domain"),
                                            it.library("com.fasterxml.jackson"),
                                            "java.io",
                                            "java.util.concurrent.."))
                                    .or(resideInAnyPackage(CoreRules.PURE_JDK)))),
            new Rule(
                    "only_front_doors_are_public_in_adapters",
                    "Make the class package-private. Public are a module, a store and its kind, a transport, its"
                            + " settings and its APIs, a protocol and its answer, the file of a driven adapter, and what"
                            + " APIs, transports or stores share. What a build generates is in a package named generated.",
                    AdapterRules::frontDoors),
            new Rule(
                    "jdbc_stays_in_stores",
                    "Put what needs a database into the folder of its store.",
                    it -> only(
                            resideInAnyPackage(it.below(Role.STORES)),
                            it.library("java.sql"),
                            it.library("org.flywaydb"),
                            "javax.sql..",
                            it.library("com.zaxxer.hikari"),
                            it.library("org.postgresql"),
                            "org.sqlite..")),
            new Rule(
                    "javalin_stays_in_the_http_adapter",
                    "Put what needs the web server into adapters.http.",
                    it -> only(
                            resideInAPackage(it.in("adapters.http")),
                            it.library("io.javalin"),
                            it.library("org.eclipse.jetty"),
                            "jakarta.servlet..")),
            new Rule(
                    "grpc_stays_in_the_grpc_adapter",
                    "Put what needs gRPC or protobuf into adapters.grpc.",
                    it -> only(
                            resideInAPackage(it.in("adapters.grpc")),
                            it.library("io.grpc"),
                            it.library("com.google.protobuf"),
                            it.library("com.google.rpc"),
                            it.library("io.netty"))),
            new Rule(
                    "jackson_stays_in_adapters_and_the_command_line",
                    "Map to domain values where the JSON is read.",
                    it -> only(
                            resideInAnyPackage(
                                    it.in("adapters"), it.in("cli"), it.in("conformance"), it.in("bootstrap.cli")),
                            it.library("com.fasterxml.jackson"),
                            "tools.jackson..")),
            new Rule(
                    "the_aws_sdk_stays_in_the_credentials_adapter",
                    "Put what asks AWS into adapters.credentials; the wire is read and written by the HTTP adapter"
                            + " itself.",
                    it -> only( // junit makes clients for the workers that it tests
                            resideInAnyPackage(it.in("adapters.credentials"), it.in("junit")),
                            it.library("software.amazon.awssdk"))),
            new Rule(
                    "guice_stays_in_modules_and_bootstrap",
                    "Take what the class needs as constructor parameters, and let the adapter's module call the"
                            + " constructor.",
                    it -> only(
                            resideInAPackage(it.in("bootstrap")).or(MODULES),
                            it.library("com.google.inject"),
                            "jakarta.inject..",
                            "javax.inject..")),
            new Rule(
                    "picocli_stays_in_the_command_line",
                    "Put what asks a running server into cli, what starts one into bootstrap.cli, and what judges job"
                            + " workers and endpoints into verify and conformance.",
                    it -> only(
                            resideInAnyPackage(
                                    it.in("cli"), it.in("verify"), it.in("conformance"), it.in("bootstrap.cli")),
                            it.library("picocli"))));

    private AdapterRules() {}

    /** These classes know the packages, and no others do. */
    private static ArchRule only(DescribedPredicate<JavaClass> these, String... packages) {
        return noClasses().that(not(these)).should().dependOnClassesThat().resideInAnyPackage(packages);
    }

    private static ArchCondition<JavaClass> declareARole(Hexagon it) {
        Role.declared().forEach(name -> it.in("adapters." + name));
        return new ArchCondition<>("declare a role") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean declared = it.partOf("adapters", type)
                        .filter(Role.declared()::contains)
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, declared, type.getName() + " is in an adapter that declares no role"));
            }
        };
    }

    private static ArchRule frontDoors(Hexagon it) {
        DescribedPredicate<JavaClass> stores = resideInAnyPackage(it.adapters(Role.STORES))
                .and(it.type("application.driven.Store").or(named("StoreKind")).or(StoresApart.shared(it)));
        DescribedPredicate<JavaClass> transports = resideInAnyPackage(it.adapters(Role.DRIVING))
                .and(it.type("application.driving.Transport").or(named(".*(Api|Settings)")));
        DescribedPredicate<JavaClass> protocols =
                resideInAnyPackage(it.adapters(Role.PROTOCOL)).and(named("AwsJson|Answer"));
        DescribedPredicate<JavaClass> files =
                resideInAnyPackage(it.adapters(Role.DRIVEN)).and(named(".*File"));
        return classes()
                .that()
                .resideInAPackage(it.in("adapters"))
                .and(not(resideInAnyPackage(it.inEach(Role.PROTOCOL, "json"))
                        .or(resideInAnyPackage(it.inEach(Role.DRIVING, "javalin")))
                        .or(resideInAnyPackage(it.adapters(Role.SHARED)))
                        .or(resideInAPackage(it.generated()))))
                .and(not(stores.or(transports).or(protocols).or(files).or(MODULES)))
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic();
    }

    private static DescribedPredicate<JavaClass> named(String pattern) {
        return describe("are named " + pattern, type -> type.getSimpleName().matches(pattern));
    }

    private static JavaClass outermost(JavaClass type) {
        return Stream.iterate(type, it -> it.getEnclosingClass().orElseThrow())
                .dropWhile(it -> it.getEnclosingClass().isPresent())
                .findFirst()
                .orElseThrow();
    }
}
