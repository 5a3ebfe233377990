package jp.tsunagu.runtime.inbox;

import java.util.List;

/** A projection of which every stream is a lane of its own. */
record Apart(Projection of) implements Projection {
  @Override
  public long seen(String stream, String caseId) {
    return of.seen(stream, caseId);
  }

  @Override
  public String lane(String stream, String caseId) {
    return stream;
  }

  @Override
  public boolean reads(String service) {
    return of.reads(service);
  }

  @Override
  public boolean apply(List<Envelope> messages) {
    return of.apply(messages);
  }

  @Override
  public void settle() {
    of.settle();
  }
}
