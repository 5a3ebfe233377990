package jp.tsunagu.bench;

import java.util.List;

/** Posted → in the recipient's list, and accepted → with the sender, beside the floor at the same rate; a round of each in turns. */
final class HandOverTimes {
  private final Door door;
  private final Floor floor;
  private final double perSecond;
  private final int perRound;
  private final Rounds floor50 = new Rounds();
  private final Rounds floor99 = new Rounds();
  private final Leg seen = new Leg();
  private final Leg answered = new Leg();

  /** One way of a hand-over. */
  private static final class Leg {
    private final Rounds p50 = new Rounds();
    private final Rounds p99 = new Rounds();
    private final Rounds times50 = new Rounds();
    private final Rounds times99 = new Rounds();

    void add(Latencies round, double floor50, double floor99) {
      p50.add(round.millis(50));
      p99.add(round.millis(99));
      times50.add(round.millis(50) / floor50);
      times99.add(round.millis(99) / floor99);
    }
  }

  HandOverTimes(Door door, Floor floor, double perSecond, int perRound) {
    this.door = door;
    this.floor = floor;
    this.perSecond = perSecond;
    this.perRound = perRound;
  }

  void round() throws InterruptedException {
    var broker = new Latencies();
    var append = new Latencies();
    floor.produceToConsume(perRound, perSecond, broker);
    floor.append(perRound, perSecond, append);
    double half = broker.millis(50) + 2 * append.millis(50);
    double most = broker.millis(99) + 2 * append.millis(99);
    floor50.add(half);
    floor99.add(most);

    List<HandOver> prepared = HandOver.prepare(door, Bench.ORGANISATIONS, perRound);
    Thread.sleep(Bench.SETTLING); // what the preparation set off is no part of the load
    var toRecipient = new Latencies();
    var toSender = new Latencies();
    Pace.run(perRound, perSecond, i -> {
      HandOver handOver = prepared.get(i);
      long posted = System.nanoTime();
      String referral = handOver.propose();
      handOver.awaitInRecipientsWork();
      long accepted = System.nanoTime();
      toRecipient.add(accepted - posted);
      handOver.accept(referral);
      handOver.awaitHolderForSender();
      toSender.add(System.nanoTime() - accepted);
    });
    seen.add(toRecipient, half, most);
    answered.add(toSender, half, most);
    HandOver.end(prepared);
  }

  Table table() {
    return new Table("%.0f hand-overs/s, %d a round".formatted(perSecond, perRound), "p50 ms", "p99 ms", "p50 ÷ floor", "p99 ÷ floor")
        .row("floor: produce → consume + two appends", floor50, floor99, "", "")
        .row("posted → in the recipient's list", seen.p50, seen.p99, seen.times50, seen.times99)
        .row("accepted → with the sender", answered.p50, answered.p99, answered.times50, answered.times99);
  }
}
