package jp.tsunagu.directory.leaving;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Who holds what, as the services tell that keep it. */
public interface Holdings {
  /** @throws Unanswered if one of them cannot be asked now */
  List<Item> of(String organisation, String worker);

  /** @param what a code such as {@code HOLDER} or {@code CHECK_IN} */
  record Item(String caseId, String what, @Nullable String referralId) {}

  /** Nothing is known, so nothing may be concluded. */
  final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String service;

    Unanswered(String service, Throwable cause) {
      super(service + " did not answer", cause);
      this.service = service;
    }

    String service() {
      return service;
    }
  }
}
