package jp.tsunagu.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** The classes right in a service's root package, but not those that only put it together. */
final class Concept extends DescribedPredicate<JavaClass> {
  private final String root;

  Concept(String root) {
    super("are the concept of " + root);
    this.root = root;
  }

  @Override
  public boolean test(JavaClass type) {
    String name = type.getName().substring(type.getPackageName().length() + 1).replaceFirst("\\$.*", "");
    return type.getPackageName().equals(root) && !name.endsWith("Application") && !name.endsWith("Configuration");
  }
}
