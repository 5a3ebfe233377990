package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.List;

/** One life of a process, from a start to a death. What it was doing then ends wherever it stood. */
final class Life {
  private final String name;
  private final List<Runnable> tasks = new ArrayList<>();
  private boolean alive = true;

  Life(String name) {
    this.name = name;
  }

  /** It is thrown through all the process was doing; nothing there can catch it, as nothing survives {@code kill -9}. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
    private final transient Life life;

    Death(Life life) {
      super(life.name + " is dead", null, false, false);
      this.life = life;
    }

    boolean isOf(Life other) {
      return life == other;
    }
  }

  String name() {
    return name;
  }

  boolean alive() {
    return alive;
  }

  /** What was begun in the background and has not run yet. */
  List<Runnable> tasks() {
    return tasks;
  }

  void end() {
    alive = false;
    tasks.clear();
  }

  Death die() {
    end();
    return new Death(this);
  }

  /** Whoever is dead goes no further. */
  void goOn() {
    if (!alive) throw new Death(this);
  }
}
