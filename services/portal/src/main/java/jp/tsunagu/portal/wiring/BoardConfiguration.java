package jp.tsunagu.portal.wiring;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import jp.tsunagu.portal.board.AskedMeasures;
import jp.tsunagu.portal.board.Boards;
import jp.tsunagu.portal.gateway.Guards;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.read.BoardReading;
import jp.tsunagu.runtime.calls.ServiceClients;

/** The board, put together. Every replica counts for itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class BoardConfiguration {
  @Bean
  Boards boards(Ledgers ledgers, InstantSource clock) {
    return new Boards(ledgers, clock);
  }

  @Bean
  BoardReading boardReading(Boards boards, Ledgers ledgers, ServiceClients clients, Guards guards, InstantSource clock) {
    return new BoardReading(boards, new AskedMeasures(clients, guards.of("follow-up")), ledgers::barredTo, clock);
  }

  @Bean
  Counting counting(Boards boards) {
    return new Counting(boards);
  }

  /** Slice after slice, all cases at least once a second while there are few of them. */
  record Counting(Boards boards) {
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
      boards.look();
    }
  }
}
