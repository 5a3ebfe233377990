package jp.tsunagu.notification.seen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jp.tsunagu.contracts.NotificationMessage.Via;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.channel.Letter;
import jp.tsunagu.notification.channel.SeenLink;
import jp.tsunagu.notification.seal.Sealing;
import jp.tsunagu.runtime.directory.DirectoryView;

/**
 * Makes links and takes them. Taking one acknowledges every notice of its letter and then counts it as used; a crash in between
 * lets it be taken again, which changes nothing.
 *
 * @param address where links begin, such as {@code https://…/seen/}
 */
record Seen(SeenLinks links, Sealing sealing, CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, DirectoryView directory,
    InstantSource clock, String address, Duration valid) implements SeenLink {
  @Override
  public Optional<String> of(Letter letter) {
    Instant until = links.made(letter, clock.instant(), valid);
    return Optional.of(address + new SeenToken(letter.id(), until).sealed(sealing));
  }

  boolean open(String token) {
    return link(token).isPresent();
  }

  /** @return whether it was a link that still opens */
  boolean take(String token) {
    Optional<SeenLinks.Link> link = link(token);
    link.ifPresent(found -> {
      found.notices().forEach(told -> acknowledge(told, found.letter()));
      links.used(found.letter(), clock.instant());
    });
    return link.isPresent();
  }

  private Optional<SeenLinks.Link> link(String token) {
    return SeenToken.opened(token, sealing).filter(t -> t.valid(clock.instant())).flatMap(t -> links.of(t.letter()))
        .filter(found -> !found.used() && !directory.hasLeft(found.worker()));
  }

  private void acknowledge(SeenLinks.Told told, String letter) {
    String stream = Notice.stream(told.noticeId());
    if (!(notices.current(stream).state() instanceof Notice.Told notice)) return;
    Party recipient = notice.about().recipient();
    notices.handle(stream, told.caseId(), new NoticeCommand.Acknowledge(recipient, Via.LINK), clock.instant(),
        new Actor(recipient.organisation(), recipient.worker()), Cause.message("seen:" + letter), null);
  }
}
