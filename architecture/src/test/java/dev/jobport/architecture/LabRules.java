package dev.jobport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;

/** What holds for the lab, in which job workers are tested, and for the rules by which they are judged. */
final class LabRules {

    static final List<Rule> ALL = List.of(
            new Rule(
                    "the_lab_stays_out_of_production",
                    "A server has no door for time or faults. What both need belongs into the application or an"
                            + " adapter.",
                    it -> noClasses()
                            .that()
                            .resideInAnyPackage(
                                    it.in("domain"), it.in("application"), it.in("adapters"), it.in("bootstrap"))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(it.in("lab"))),
            new Rule(
                    "the_carrier_knows_no_protocol",
                    "Hand it bytes; what they mean is the business of those who receive and send them.",
                    it -> classes()
                            .that()
                            .resideInAPackage(it.in("lab.carrier"))
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(
                                            it.in("lab.carrier"), "java.io", "java.net", "java.util.concurrent..")
                                    .or(resideInAnyPackage(CoreRules.PURE_JDK)))),
            new Rule(
                    "faults_never_decide",
                    "Let the application answer: change what happens, and not what is told of it. An answer that cannot"
                            + " be had like this is a forgery, and belongs to those. Only of artifacts the lab itself"
                            + " answers.",
                    it -> noClasses()
                            .that(resideInAPackage(it.in("lab"))
                                    .and(not(resideInAnyPackage(it.in("lab.faults.forged"), it.in("lab.artifacts")))))
                            .should()
                            .callConstructorWhere(target(owner(it.type("adapters.wire.Answer"))))),
            new Rule(
                    "rules_see_only_history",
                    "Write what the rule has to know into the history. What a clock, a file, a caller or chance tells is"
                            + " gone when somebody disputes the verdict.",
                    it -> classes()
                            .that()
                            .resideInAPackage(it.in("verdict.rules"))
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(it.in("verdict"))
                                    .or(resideInAnyPackage(CoreRules.PURE_JDK))
                                    .and(not(nameMatching(CoreRules.DICE_CLASSES + "|" + CoreRules.MACHINE_CLASSES))))
                            .andShould(never(accessTargetWhere(CoreRules.target(
                                    CoreRules.CLOCKS + "|" + CoreRules.DICE + "|" + CoreRules.MACHINE,
                                    "a clock, chance or the machine"))))));

    private LabRules() {}
}
