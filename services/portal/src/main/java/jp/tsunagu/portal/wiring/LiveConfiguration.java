package jp.tsunagu.portal.wiring;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.portal.live.Marks;
import jp.tsunagu.portal.live.OpenPage;
import jp.tsunagu.portal.live.OpenPages;
import jp.tsunagu.portal.live.Shown;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.settings.PortalSettings;
import jp.tsunagu.portal.store.MongoChanges;
import jp.tsunagu.runtime.directory.DirectoryView;

/** Open pages, put together. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {
  @Bean
  Marks marks(MongoDatabase database, DirectoryView directory, InstantSource clock) {
    return new Marks(new MongoChanges(database), who -> directory.standsInFor(who, OfficeCalendar.dayOf(clock.instant())));
  }

  /** Tokens tell the real time, and so do sessions. */
  @Bean(destroyMethod = "")
  OpenPages openPages(Marks marks, ReadModel reads, DirectoryView directory, PortalSettings settings) {
    return new OpenPages(marks, page -> mayListen(page, reads, directory), InstantSource.system(), settings.live().ofSession(),
        settings.live().inAll());
  }

  private static boolean mayListen(OpenPage page, ReadModel reads, DirectoryView directory) {
    if (directory.hasLeft(page.caller().worker())) return false;
    return switch (page.shown()) {
      case Shown.OfCase(String caseId) -> reads.ledger(directory.now(page.caller()), caseId).isPresent();
      case Shown.OfWork _ -> true;
    };
  }

  /** However it ends: by the log-out, by its age, by nobody having been there. */
  @Bean
  HttpSessionListener listensUntilTheSessionIsOver(OpenPages pages) {
    return new HttpSessionListener() {
      @Override
      public void sessionDestroyed(HttpSessionEvent over) {
        pages.endOf(over.getSession().getId());
      }
    };
  }

  @Bean
  Listening listening(OpenPages pages) {
    return new Listening(pages);
  }

  record Listening(OpenPages pages) {
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
      pages.look();
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void beat() {
      pages.beat();
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
      pages.close();
    }
  }
}
