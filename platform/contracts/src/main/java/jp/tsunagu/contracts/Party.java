package jp.tsunagu.contracts;

/** A named worker of an organisation, by ids. */
public record Party(String organisation, String worker) {
  public Party {
    if (organisation.isBlank() || worker.isBlank())
      throw new IllegalArgumentException("a party is an organisation and a worker");
  }
}
