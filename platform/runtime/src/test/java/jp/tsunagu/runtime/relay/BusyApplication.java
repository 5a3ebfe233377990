package jp.tsunagu.runtime.relay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.testing.Note;
import jp.tsunagu.testing.Note.Event;

/** A service whose requests and messages are held up in the middle of their work, until the test lets them go on. */
@SpringBootApplication(scanBasePackageClasses = BusyApplication.class)
class BusyApplication {
  /** What is in work says so, and waits. */
  static final class Held {
    final Semaphore requests = new Semaphore(0);
    final Semaphore messages = new Semaphore(0);
    final CountDownLatch goOn = new CountDownLatch(1);

    void here(Semaphore begun) {
      begun.release();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("broken off", e);
      }
    }
  }

  @RestController
  record Notes(CommandHandler<Note.Write, Event, List<String>> notes, Held held) {
    @PostMapping("/api/notes/{id}")
    String write(@PathVariable String id, Act act) {
      held.here(held.requests);
      act.handle(notes, "note-" + id, id, new Note.Write("word"));
      return "written";
    }
  }

  @Bean
  Held held() {
    return new Held();
  }

  @Bean
  CommandHandler<Note.Write, Event, List<String>> handler(Journals journals) {
    EventTypes<Event> types = EventTypes.of(Map.of("note.written.v1", Event.Written.class, "note.doubled.v1", Event.Doubled.class));
    return journals.open(new Aggregate<>("note", new Note(Instant.EPOCH), types, Replica.OUTBOX, List.of("words")));
  }

  /** Of the case {@code held} the first message is held up. */
  @Bean
  Consumer<Message<List<byte[]>>> messages(Inbox inbox, Held held) {
    return inbox.reaction("busy", (Envelope message) -> {
      if (message.caseId().equals("held")) held.here(held.messages);
    });
  }

  @Bean
  JwtDecoder jwtDecoder() {
    return token -> new Jwt(token, Instant.EPOCH, Instant.now().plusSeconds(600), Map.of("alg", "none"),
        Map.of("org", "org05", "worker", "org05-1"));
  }
}
