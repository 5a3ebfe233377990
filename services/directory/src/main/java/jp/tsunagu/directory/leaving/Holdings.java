package jp.tsunagu.directory.leaving;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Who holds what, as the services tell that keep it. */
public interface Holdings {
  /**
   * @param reader who wants to know
   * @throws Unanswered if one of them cannot be asked now
   */
  List<Item> of(String organisation, String worker, String reader);

  /**
   * @param what   a code such as {@code HOLDER} or {@code CHECK_IN}
   * @param hidden the reader is barred from the case: it keeps the worker here, and is not named
   */
  record Item(String caseId, String what, @Nullable String referralId, @Nullable Boolean hidden) {
    /** Where it is not said the service is an older one, which names everything. */
    public boolean named() {
      return !Boolean.TRUE.equals(hidden);
    }
  }

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
