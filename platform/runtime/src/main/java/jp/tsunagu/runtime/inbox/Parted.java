package jp.tsunagu.runtime.inbox;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Two projections behind one consumer: streams of some kind are for the first, all others for the second. */
public record Parted(Predicate<String> isForFirst, Projection first, Projection second) implements Projection {
  @Override
  public long seen(String stream, String caseId) {
    return (isForFirst.test(stream) ? first : second).seen(stream, caseId);
  }

  @Override
  public String lane(String stream, String caseId) {
    return (isForFirst.test(stream) ? first : second).lane(stream, caseId);
  }

  @Override
  public boolean reads(String service) {
    return first.reads(service) || second.reads(service);
  }

  @Override
  public boolean apply(List<Envelope> messages) {
    Map<Boolean, List<Envelope>> parts = messages.stream().collect(Collectors.partitioningBy(e -> isForFirst.test(e.stream())));
    return apply(first, parts.getOrDefault(true, List.of())) && apply(second, parts.getOrDefault(false, List.of()));
  }

  private static boolean apply(Projection part, List<Envelope> messages) {
    return messages.isEmpty() || part.apply(messages);
  }

  @Override
  public void settle() {
    first.settle();
    second.settle();
  }
}
