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
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What holds for the domain and the application, and for everybody's dealing with them. */
final class CoreRules {

    /** What the core may use of the JDK: its language, values and time, and nothing that reaches outside. */
    static final String[] PURE_JDK = {
        "java.lang",
        "java.lang.runtime",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "java.time..",
        "java.nio.charset"
    };

    private static final DescribedPredicate<JavaClass> HASHING = nameMatching(
                    "java\\.security\\.(MessageDigest|NoSuchAlgorithmException)")
            .forSubtype();

    static final String CLOCKS = "java\\.time\\.[A-Za-z.]+\\.now\\(.*"
            + "|java\\.time\\.(Clock|InstantSource)\\.(system|tick).*"
            + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*"
            + "|java\\.util\\.concurrent\\.CompletableFuture\\.(orTimeout|completeOnTimeout|delayedExecutor)\\(.*"
            + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>\\(\\)|java\\.util\\.Calendar\\.getInstance\\(.*";

    static final String DICE = "java\\.util\\.UUID\\.randomUUID\\(.*"
            + "|java\\.lang\\.(Strict)?Math\\.random\\(.*|java\\.util\\.Collections\\.shuffle\\(.*";

    static final String DICE_CLASSES =
            "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)"
                    + "|java\\.security\\.SecureRandom";

    static final String MACHINE = "java\\.lang\\.System\\.(getenv|getProperty|getProperties|setProperty"
            + "|clearProperty|exit|load|loadLibrary|console|gc)\\(.*";

    static final String MACHINE_CLASSES =
            "java\\.lang\\.(Runtime|Process(Builder|Handle)?.*|Thread.*|InheritableThread.*)"
                    + "|java\\.util\\.Timer(Task)?"
                    + "|java\\.util\\.concurrent\\.(Executors|ForkJoin.*|(Scheduled)?ThreadPool.*|ThreadFactory)";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "dependencies_point_inwards",
                    "Let the inner layer say what it needs as a port, and implement that further out; a package that is"
                            + " in no layer belongs into one.",
                    CoreRules::layers),
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
                    "the_fields_of_the_domain_are_of_immutable_types",
                    "Keep a List, Set or Map that copyOf made, or a value of the domain's own; an array or a builder"
                            + " can change behind its back. A type that is missing here and cannot change may be added.",
                    it -> fields().that()
                            .areDeclaredInClassesThat()
                            .resideInAPackage(it.in("domain"))
                            .and()
                            .doNotHaveModifier(JavaModifier.SYNTHETIC)
                            .should(Immutability.beOfImmutableTypes(it.in("domain")))),
            new Rule(
                    "the_domain_remembers_nothing",
                    "Give the value to who asks; what has to be remembered belongs into a store. A constant is made"
                            + " with List.of, Set.of or Map.of.",
                    it -> classes()
                            .that()
                            .resideInAPackage(it.in("domain"))
                            .should(Immutability.fillNothingWhenItIsLoaded())),
            new Rule(
                    "the_core_starts_nothing_and_asks_no_machine",
                    "Threads belong to bootstrap, and what the environment or a process tells is handed in as a value.",
                    it -> noClasses()
                            .that()
                            .resideInAnyPackage(it.in("domain"), it.in("application"))
                            .should()
                            .accessTargetWhere(target(MACHINE, "the machine"))
                            .orShould()
                            .dependOnClassesThat()
                            .haveNameMatching(MACHINE_CLASSES)),
            new Rule(
                    "the_core_reads_no_clock_and_rolls_no_dice",
                    "Take the instant or the name as a parameter; use cases get them from InstantSource and"
                            + " Identifiers.",
                    it -> noClasses()
                            .that()
                            .resideInAnyPackage(it.in("domain"), it.in("application"))
                            .should()
                            .accessTargetWhere(target(CLOCKS + "|" + DICE, "a clock or random numbers"))
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
                            .accessTargetWhere(Moves.of(it))),
            new Rule(
                    "only_stores_restore_jobs",
                    "Create a job with Job.first, and change it by its moves.",
                    it -> noClasses()
                            .that(not(
                                    resideInAPackage(it.in("domain")).or(resideInAnyPackage(it.adapters(Role.STORES)))))
                            .should()
                            .accessTargetWhere(Moves.restoring(it))),
            new Rule(
                    "nobody_catches_a_refusal",
                    "Let it pass. A transport translates refusals in one table; if its library has no handler for"
                            + " exceptions, it may catch in one class, Refusals, in the transport's own package. Who"
                            + " has another reason stands with it in Catching.",
                    Catching::rule),
            new Rule(
                    "production_knows_no_contracts",
                    "Contracts, and what asks endpoints to keep them, are for tests: give the dependency test scope,"
                            + " and move what both need into the application.",
                    it -> noClasses()
                            .that()
                            .resideInAnyPackage(
                                    it.in("domain"),
                                    it.in("application"),
                                    it.in("adapters"),
                                    it.in("cli"),
                                    it.in("bootstrap"))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(it.in("contracts"), it.in("conformance"))),
            new Rule(
                    "verdict_knows_only_the_jdk",
                    "Write what it has to know into the history: a verdict is a function of it, today and years later.",
                    it -> classes()
                            .that()
                            .resideInAPackage(it.in("verdict"))
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(it.in("verdict"), "java.io", "java.util.concurrent..")
                                            .or(resideInAnyPackage(PURE_JDK)))),
            new Rule(
                    "commands_know_only_the_control_api",
                    "Ask the server, as any other client does; what both sides need is told by the control API.",
                    it -> noClasses()
                            .that()
                            .resideInAPackage(it.in("cli"))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(it.in("domain"))),
            new Rule(
                    "names_say_what_a_class_is_for",
                    "Name the class after the one reason why it exists.",
                    it -> noClasses().should().haveNameMatching(".*(Impl|Dto|DTO|Manager|Helpers?|Utils?)")));

    private CoreRules() {}

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
                .optionalLayer("cli")
                .definedBy(it.in("cli"))
                .optionalLayer("contracts")
                .definedBy(it.in("contracts"))
                .optionalLayer("verdict")
                .definedBy(it.in("verdict"))
                .optionalLayer("lab")
                .definedBy(it.in("lab"))
                .optionalLayer("junit")
                .definedBy(it.in("junit"))
                .whereLayer("junit")
                .mayNotBeAccessedByAnyLayer()
                .optionalLayer("verify")
                .definedBy(it.in("verify"))
                .optionalLayer("conformance")
                .definedBy(it.in("conformance"))
                .whereLayer("application")
                .mayOnlyBeAccessedByLayers("adapters", "bootstrap", "lab", "contracts", "conformance")
                .whereLayer("adapters")
                .mayOnlyBeAccessedByLayers("bootstrap", "lab")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("bootstrap", "verify", "conformance")
                .whereLayer("bootstrap")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("verify")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("verdict")
                .mayOnlyBeAccessedByLayers("lab", "junit", "verify", "conformance")
                .ensureAllClassesAreContainedInArchitecture();
    }

    static DescribedPredicate<JavaAccess<?>> target(String pattern, String what) {
        return describe(what, access -> access.getTarget().getFullName().matches(pattern));
    }
}
