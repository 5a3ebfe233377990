package jp.tsunagu.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;

/** What the {@link HouseRules} look for; a method reference counts as a call. */
final class Calls {
  private static final Set<String> CHANCE = Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime",
      "java.util.UUID.randomUUID",
      "java.lang.Math.random", "java.util.Random.<init>", "java.security.SecureRandom.<init>",
      "java.util.concurrent.ThreadLocalRandom.current");

  private Calls() {}

  static DescribedPredicate<JavaAccess<?>> toTheClockOrChance() {
    return DescribedPredicate.describe("the clock is asked or an id made up", access -> {
      String owner = access.getTargetOwner().getName();
      boolean clock = owner.startsWith("java.time.") && (access.getName().equals("now") || access.getName().startsWith("system"));
      return clock || CHANCE.contains(owner + "." + access.getName());
    });
  }

  static DescribedPredicate<JavaAccess<?>> making(String type) {
    return DescribedPredicate.describe("a " + type + " is made",
        access -> access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME) && access.getTargetOwner().isAssignableTo(type));
  }

  static DescribedPredicate<JavaClass> publishers() {
    return resideInAnyPackage("org.apache.kafka.clients.producer..")
        .or(assignableTo("org.springframework.kafka.core.KafkaOperations"))
        .or(assignableTo("org.springframework.cloud.stream.function.StreamOperations"))
        .as("can publish");
  }
}
