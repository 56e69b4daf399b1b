package dev.jobport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** All rules of the architecture. Who adds one adds its broken twin, or the tests fail. */
final class Rules {

    /** What the core may use of the JDK: its language, values and time, and nothing that reaches outside. */
    private static final String[] PURE_JDK = {
        "java.lang",
        "java.lang.runtime",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "java.time..",
        "java.nio.charset"
    };

    private static final DescribedPredicate<JavaClass> MODULES =
            describe("are modules", type -> outermost(type).getSimpleName().endsWith("Module"));

    private static final DescribedPredicate<JavaClass> HASHING = nameMatching(
                    "java\\.security\\.(MessageDigest|NoSuchAlgorithmException)")
            .forSubtype();

    private static final String CLOCKS = "java\\.time\\.[A-Za-z.]+\\.now\\(.*"
            + "|java\\.time\\.(Clock|InstantSource)\\.(system|tick).*"
            + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*"
            + "|java\\.util\\.concurrent\\.CompletableFuture\\.(orTimeout|completeOnTimeout|delayedExecutor)\\(.*"
            + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>\\(\\)|java\\.util\\.Calendar\\.getInstance\\(.*";

    private static final String DICE = "java\\.util\\.UUID\\.randomUUID\\(.*"
            + "|java\\.lang\\.(Strict)?Math\\.random\\(.*|java\\.util\\.Collections\\.shuffle\\(.*";

    private static final String DICE_CLASSES =
            "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)"
                    + "|java\\.security\\.SecureRandom";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "dependencies_point_inwards",
                    "Let the inner layer say what it needs as a port, and implement that further out; a package that is"
                            + " in no layer belongs into one.",
                    Rules::layers),
            new Rule(
                    "packages_have_no_cycles",
                    "Move the class that closes the circle to the side that needs it more.",
                    it -> slices().matching(it.each()).should().beFreeOfCycles()),
            new Rule(
                    "the_domain_knows_only_the_jdk",
                    "Hand the domain a value instead, or do it in an adapter.",
                    it -> classes()
                            .that()
                            .resideInAPackage(it.in("domain"))
                            .should()
                            .onlyDependOnClassesThat(resideInAPackage(it.in("domain"))
                                    .or(resideInAnyPackage(PURE_JDK))
                                    .or(HASHING))),
            new Rule(
                    "the_application_knows_only_the_domain_and_the_jdk",
                    "Say what the use case needs as a driven port, and implement it in an adapter.",
                    it -> classes()
                            .that()
                            .resideInAPackage(it.in("application"))
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(it.in("application"), it.in("domain"), "java.util.concurrent")
                                            .or(resideInAnyPackage(PURE_JDK)))),
            new Rule(
                    "nothing_in_the_domain_changes",
                    "Make the field final and let the method return the next value.",
                    it -> fields().that()
                            .areDeclaredInClassesThat()
                            .resideInAPackage(it.in("domain"))
                            .should()
                            .beFinal()),
            new Rule(
                    "the_core_reads_no_clock_and_rolls_no_dice",
                    "Take the instant or the name as a parameter; use cases get them from InstantSource and"
                            + " Identifiers.",
                    it -> noClasses()
                            .that()
                            .resideInAnyPackage(it.in("domain"), it.in("application"))
                            .should()
                            .accessTargetWhere(target(CLOCKS + "|" + DICE))
                            .orShould()
                            .dependOnClassesThat()
                            .haveNameMatching(DICE_CLASSES)),
            new Rule(
                    "only_use_cases_move_jobs",
                    "Ask a driving port for the change; a store carries out the move that it is given.",
                    it -> noClasses()
                            .that()
                            .resideOutsideOfPackages(it.in("domain"), it.in("application.usecase"))
                            .should()
                            .accessTargetWhere(methodOf(
                                    it.type("domain.job.Job"), "first|dispatch|giveBack|acknowledge|succeed|fail"))),
            new Rule(
                    "only_stores_restore_jobs",
                    "Create a job with Job.first, and change it by its moves.",
                    it -> noClasses()
                            .that()
                            .resideOutsideOfPackages(it.in("domain"), it.in("adapters.persistence"))
                            .should()
                            .accessTargetWhere(methodOf(it.type("domain.job.Job"), "restore"))),
            new Rule(
                    "nobody_catches_a_refusal",
                    "Let it pass: each transport translates refusals once, in one table. Only a reader of requests may"
                            + " catch one, to add where in the request, or in a file, the bad value stands.",
                    it -> classes()
                            .that()
                            .resideOutsideOfPackages(it.in("adapters.http.json"), it.in("adapters.identity"))
                            .should(notCatch(it.type("domain.Refusal")))),
            new Rule(
                    "driving_adapters_see_driving_ports_only",
                    "Ask a driving port; if it cannot tell, it lacks a method.",
                    it -> ignorant(it.in("adapters.http"), it.in("application.driven"), it.in("application.usecase"))),
            new Rule(
                    "driven_adapters_see_driven_ports_only",
                    "A driven adapter answers what it is asked and calls nobody.",
                    it -> noClasses()
                            .that()
                            .resideInAnyPackage(it.in("adapters.persistence"), it.in("adapters.credentials"))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(it.in("application.driving"), it.in("application.usecase"))),
            new Rule(
                    "adapters_do_not_know_each_other",
                    "Let them meet in a port; bootstrap puts them together. A driving adapter may know who sends a"
                            + " request from the identity package.",
                    it -> slices().matching(it.eachIn("adapters"))
                            .should()
                            .notDependOnEachOther()
                            .ignoreDependency(
                                    resideInAPackage(it.in("adapters.http")),
                                    resideInAPackage(it.in("adapters.identity")))),
            new Rule(
                    "identity_knows_no_transport",
                    "Take it from the record of what was sent, which each transport makes of its own requests.",
                    it -> classes()
                            .that()
                            .resideInAPackage(it.in("adapters.identity"))
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(
                                            it.in("adapters.identity"),
                                            it.in("application.driving"),
                                            it.in("domain"),
                                            it.library("com.fasterxml.jackson"),
                                            it.library("org.slf4j"),
                                            "java.io",
                                            "java.nio.file..",
                                            "java.security..",
                                            "javax.crypto..",
                                            "java.util.concurrent..")
                                    .or(resideInAnyPackage(PURE_JDK)))),
            new Rule(
                    "stores_do_not_know_each_other",
                    "Write it again or move it out of both: a store can be added and removed as one folder. What the"
                            + " stores on SQL write alike belongs into the sql package, which knows none of them.",
                    it -> slices().matching(it.eachIn("adapters.persistence"))
                            .should()
                            .notDependOnEachOther()
                            .ignoreDependency(
                                    resideInAnyPackage(
                                            it.in("adapters.persistence.sqlite"),
                                            it.in("adapters.persistence.postgres")),
                                    resideInAPackage(it.in("adapters.persistence.sql")))),
            new Rule(
                    "the_apis_of_the_http_adapter_do_not_know_each_other",
                    "What the worker side and the control side share belongs into the json package, which knows"
                            + " neither.",
                    it -> slices().matching(it.eachIn("adapters.http"))
                            .should()
                            .notDependOnEachOther()
                            .ignoreDependency(
                                    resideInAnyPackage(it.in("adapters.http.worker"), it.in("adapters.http.control")),
                                    resideInAPackage(it.in("adapters.http.json")))),
            new Rule(
                    "only_front_doors_are_public_in_adapters",
                    "Make the class package-private. Public are a module, a store, an API of the HTTP adapter, its"
                            + " server and settings, the file of artifact credentials, and what its APIs or the stores"
                            + " share.",
                    Rules::frontDoors),
            new Rule(
                    "javalin_stays_in_the_http_adapter",
                    "Put what needs the web server into adapters.http.",
                    it -> only(
                            resideInAPackage(it.in("adapters.http")),
                            it.library("io.javalin"),
                            it.library("org.eclipse.jetty"),
                            "jakarta.servlet..")),
            new Rule(
                    "jackson_stays_in_adapters_and_the_command_line",
                    "Map to domain values where the JSON is read.",
                    it -> only(
                            resideInAnyPackage(it.in("adapters"), it.in("bootstrap.cli")),
                            it.library("com.fasterxml.jackson"),
                            "tools.jackson..")),
            new Rule(
                    "jdbc_stays_in_stores",
                    "Put what needs a database into the folder of its store.",
                    it -> only(
                            resideInAPackage(it.below("adapters.persistence")),
                            it.library("java.sql"),
                            it.library("org.flywaydb"),
                            "javax.sql..",
                            it.library("com.zaxxer.hikari"),
                            it.library("org.postgresql"),
                            "org.sqlite..")),
            new Rule(
                    "the_aws_sdk_stays_in_the_credentials_adapter",
                    "Put what asks AWS into adapters.credentials; the wire is read and written by the HTTP adapter"
                            + " itself.",
                    it -> only(resideInAPackage(it.in("adapters.credentials")), it.library("software.amazon.awssdk"))),
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
                    "Put what reads arguments into bootstrap.cli.",
                    it -> only(resideInAPackage(it.in("bootstrap.cli")), it.library("picocli"))),
            new Rule(
                    "names_say_what_a_class_is_for",
                    "Name the class after the one reason why it exists.",
                    it -> noClasses().should().haveNameMatching(".*(Impl|Dto|DTO|Manager|Helpers?|Utils?)")));

    private Rules() {}

    /** Whoever is there does not know the other packages. */
    private static ArchRule ignorant(String there, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(there)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    /** These classes know the packages, and no others do. */
    private static ArchRule only(DescribedPredicate<JavaClass> these, String... packages) {
        return noClasses().that(not(these)).should().dependOnClassesThat().resideInAnyPackage(packages);
    }

    private static ArchRule layers(Hexagon it) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("domain")
                .definedBy(it.in("domain"))
                .layer("application")
                .definedBy(it.in("application"))
                .layer("adapters")
                .definedBy(it.in("adapters"))
                .layer("bootstrap")
                .definedBy(it.in("bootstrap"))
                .whereLayer("application")
                .mayOnlyBeAccessedByLayers("adapters", "bootstrap")
                .whereLayer("adapters")
                .mayOnlyBeAccessedByLayers("bootstrap")
                .whereLayer("bootstrap")
                .mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture();
    }

    private static ArchRule frontDoors(Hexagon it) {
        DescribedPredicate<JavaClass> stores =
                resideInAPackage(it.in("adapters.persistence")).and(it.type("application.driven.Store"));
        DescribedPredicate<JavaClass> http = resideInAPackage(it.in("adapters.http"))
                .and(describe(
                        "are an API, the server or its settings",
                        type -> type.getSimpleName().matches(".*Api|HttpServer|HttpSettings")));
        DescribedPredicate<JavaClass> credentials = resideInAPackage(it.in("adapters.credentials"))
                .and(describe("are the file", type -> type.getSimpleName().equals("ArtifactCredentialsFile")));
        return classes()
                .that()
                .resideInAPackage(it.in("adapters"))
                .and(not(resideInAnyPackage(
                        it.in("adapters.http.json"), it.in("adapters.identity"), it.in("adapters.persistence.sql"))))
                .and(not(stores.or(http).or(credentials).or(MODULES)))
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic();
    }

    private static DescribedPredicate<JavaAccess<?>> target(String pattern) {
        return describe(
                "a clock or dice", access -> access.getTarget().getFullName().matches(pattern));
    }

    private static DescribedPredicate<JavaAccess<?>> methodOf(DescribedPredicate<JavaClass> owner, String names) {
        return describe(
                names,
                access -> owner.test(access.getTargetOwner())
                        && access.getTarget().getName().matches(names));
    }

    private static ArchCondition<JavaClass> notCatch(DescribedPredicate<JavaClass> type) {
        return new ArchCondition<>("not catch classes that " + type.getDescription()) {
            @Override
            public void check(JavaClass catcher, ConditionEvents events) {
                catcher.getTryCatchBlocks().stream()
                        .filter(block -> block.getCaughtThrowables().stream().anyMatch(type))
                        .map(block -> SimpleConditionEvent.violated(catcher, description(block)))
                        .forEach(events::add);
            }

            private String description(TryCatchBlock block) {
                return block.getOwner().getFullName() + " catches a refusal in " + block.getSourceCodeLocation();
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return Stream.iterate(type, it -> it.getEnclosingClass().orElseThrow())
                .dropWhile(it -> it.getEnclosingClass().isPresent())
                .findFirst()
                .orElseThrow();
    }
}
