package jp.tsunagu.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

/**
 * How every service is built, as the build checks it. A service's root package is its concept; the doors, the outbox and read
 * models are packages under it.
 */
public final class HouseRules {
  private static final String MESSAGE = "jp.tsunagu.contracts.Message";
  private static final String[] EDGES = {"org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..", "tools.jackson..",
      "com.fasterxml.jackson..", "io.opentelemetry..", "io.micrometer.."};

  private HouseRules() {}

  /**
   * @param root the service's package, e.g. {@code jp.tsunagu.referral}
   * @throws AssertionError that lists all that is broken, with the places
   */
  public static void check(String root) {
    var classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(root);
    if (!classes.contain(root + ".package-info")) throw new AssertionError("there is no package " + root + " with a package-info");
    var broken = broken(classes, root);
    if (!broken.isEmpty()) throw new AssertionError(String.join("\n\n", broken));
  }

  /** One text per rule that is broken. */
  static List<String> broken(JavaClasses classes, String root) {
    return rules(root).stream().map(rule -> rule.allowEmptyShould(true).evaluate(classes)).filter(EvaluationResult::hasViolation)
        .map(result -> result.getFailureReport().toString()).toList();
  }

  private static List<ArchRule> rules(String root) {
    var concept = noClasses().that(new Concept(root));
    var anything = noClasses().that(resideInAPackage(root + ".."));
    return List.of(
        concept.should().dependOnClassesThat().resideInAnyPackage(EDGES)
            .because("rules are decided without a framework, a database or a broker"),
        concept.should().dependOnClassesThat().resideInAPackage(root + ".*..")
            .because("doors know the concept; the concept declares an interface where it needs one of them"),
        concept.should().dependOnClassesThat().areAssignableTo(MESSAGE)
            .because("what is published may change without what is decided, and the reverse; values such as Urgency may be shared"),
        concept.should().accessTargetWhere(Calls.toTheClockOrChance())
            .because("time and new ids arrive inside the command; else a decision could not be repeated"),
        noClasses().that(resideInAPackage(root + "..").and(resideOutsideOfPackages("..outbox.."))).should()
            .accessTargetWhere(Calls.making(MESSAGE))
            .because("only the outbox sees both an event and the message that is made of it"),
        anything.should().dependOnClassesThat(resideInAPackage("jp.tsunagu..")
            .and(resideOutsideOfPackages(root + "..", "jp.tsunagu.contracts..", "jp.tsunagu.calendar..", "jp.tsunagu.journal..",
                "jp.tsunagu.runtime..")))
            .because("services share the published language and the platform, never each other"),
        anything.should().dependOnClassesThat(Calls.publishers())
            .because("the relay alone publishes: in order, after the write, until the broker has it"),
        anything.should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Base|Dto)")
            .because("a name says what something is for"),
        slices().matching(root + ".(*)..").should().beFreeOfCycles());
  }
}
