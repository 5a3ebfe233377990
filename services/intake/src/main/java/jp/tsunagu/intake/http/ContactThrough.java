package jp.tsunagu.intake.http;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.intake.Discretion;
import jp.tsunagu.intake.Person;
import jp.tsunagu.runtime.directory.DirectoryView;

/** The organisation through which alone a person is reached has to be one that can be reached itself. */
final class ContactThrough {
  private ContactThrough() {}

  /** Asked here and decided with the command, so that a repeated request gets its recorded answer after the organisation has left. */
  static boolean takesPart(Person person, DirectoryView directory) {
    Discretion asked = person.discretion();
    return asked == null
        || asked.between().map(o -> directory.organisation(o).filter(DirectoryMessage.Organisation::active).isPresent()).orElse(true);
  }
}
