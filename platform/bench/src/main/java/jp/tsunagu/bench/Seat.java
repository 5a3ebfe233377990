package jp.tsunagu.bench;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jp.tsunagu.local.demo.LogIn;
import jp.tsunagu.local.demo.MachineLogIn;

/** A worker who has logged in and opens pages, as far as they have to wait for the server. */
final class Seat {
  private static final Pattern PERSON = Pattern.compile("href=\"(/cases/c-[A-Za-z0-9-]+)");

  private final LogIn browser;
  private volatile List<String> persons = List.of();

  private Seat(LogIn browser) {
    this.browser = browser;
  }

  static Seat taken(String door, String worker) {
    var browser = new LogIn(URI.create(door));
    if (!browser.as(worker, MachineLogIn.SECRET)) throw new IllegalStateException("the desk does not open for " + worker);
    var seat = new Seat(browser);
    seat.seesWork(new Latencies());
    return seat;
  }

  void seesWork(Latencies into) {
    persons = PERSON.matcher(page("/work", into)).results().map((MatchResult found) -> found.group(1)).distinct().toList();
  }

  /** Somebody on the list that was seen last. */
  void seesPerson(Latencies into) {
    page(persons.get(ThreadLocalRandom.current().nextInt(persons.size())), into);
  }

  private String page(String path, Latencies into) {
    long began = System.nanoTime();
    HttpResponse<String> answer = browser.opens(path);
    into.add(System.nanoTime() - began);
    if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
    return answer.body();
  }
}
