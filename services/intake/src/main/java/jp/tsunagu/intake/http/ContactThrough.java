package jp.tsunagu.intake.http;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.intake.Discretion;
import jp.tsunagu.intake.Person;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Problem;

/** The organisation through which alone a person is reached has to be one that can be reached itself. */
final class ContactThrough {
  private ContactThrough() {}

  /** @param path of the person in the request, empty when it is the request */
  static void check(Person person, String path, DirectoryView directory) {
    Discretion asked = person.discretion();
    if (asked == null || asked.contactThrough() == null) return;
    if (directory.organisation(asked.contactThrough()).filter(DirectoryMessage.Organisation::active).isEmpty())
      throw Problem.invalid(Fields.join(path, "contactThrough"), "unknown-organisation", "an organisation that takes part");
  }
}
