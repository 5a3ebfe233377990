package jp.tsunagu.intake;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;

/** A worker for whom this case does not exist, whatever their organisation is to it: a relative, a neighbour, the accused. */
public record Bar(Party worker, FreeText reason) {
  public Bar {
    if (reason instanceof FreeText.Written said && said.text().isEmpty()) throw new InvalidValue("reason", "blank", "say why");
  }
}
