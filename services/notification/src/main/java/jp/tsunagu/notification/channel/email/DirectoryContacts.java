package jp.tsunagu.notification.channel.email;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;

import jp.tsunagu.runtime.calls.ServiceClients;

/** Asks the directory, and remembers the answer for a minute; an address is never stored here. */
final class DirectoryContacts implements Contacts {
  private static final long FRESH = Duration.ofMinutes(1).toNanos();
  private static final int MOST = 1_000;

  private final ServiceClients services;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(Optional<String> address, long askedAt) {
    boolean fresh() {
      return System.nanoTime() - askedAt < FRESH;
    }
  }

  record Contact(String worker, @Nullable String name, @Nullable String email) {
    @Override
    public String toString() {
      return "Contact[" + worker + "]";
    }
  }

  DirectoryContacts(ServiceClients services) {
    this.services = services;
  }

  @Override
  public Optional<String> addressOf(String worker) {
    Known remembered = known.get(worker);
    if (remembered != null && remembered.fresh()) return remembered.address();
    Optional<String> address = ask(worker);
    if (known.size() >= MOST) known.clear();
    known.put(worker, new Known(address, System.nanoTime()));
    return address;
  }

  private Optional<String> ask(String worker) {
    try {
      Contact contact = services.client("directory").get().uri("/internal/workers/{worker}/contact", worker).retrieve().body(Contact.class);
      return Optional.ofNullable(contact).map(Contact::email).filter(address -> !address.isBlank());
    } catch (HttpClientErrorException.NotFound nobody) {
      return Optional.empty();
    }
  }
}
