package jp.tsunagu.journal;

/** Who acts: a named worker of an organisation, or a service of the system itself. Ids only, never a name. */
public record Actor(String organisation, String worker) {
  public Actor {
    if (organisation.isBlank() || worker.isBlank()) throw new IllegalArgumentException("an actor has an organisation and a worker");
  }

  /** The system itself, e.g. when a reaction to a message acts. */
  public static Actor service(String name) {
    return new Actor("tsunagu", "service-" + name);
  }
}
