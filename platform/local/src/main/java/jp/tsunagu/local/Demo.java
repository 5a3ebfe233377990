package jp.tsunagu.local;

import java.net.URI;

import jp.tsunagu.local.demo.DemoCases;

/** What a first start adds: fictional cases in every state. Their log-ins and workers come with the parts' contexts. */
final class Demo {
  private static final String FACT = "demo.cases";

  private Demo() {}

  /** Interrupted seeding goes on where it stopped: every request has a fixed idempotency key. */
  static void seed(LocalSystem system) {
    if (!system.settings().demo() || system.home().fact(FACT, "missing").equals("made")) return;
    DemoCases.seed(URI.create(system.settings().door()));
    system.home().note(FACT, "made");
  }
}
