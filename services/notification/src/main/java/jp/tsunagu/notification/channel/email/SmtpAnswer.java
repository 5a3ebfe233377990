package jp.tsunagu.notification.channel.email;

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;

import org.jspecify.annotations.Nullable;

/**
 * What the mail server's answer means. Its own words are not kept: they often quote the address.
 *
 * @param reached the server was there and answered, so it is about this letter and not about the channel
 * @param connected the server was there; where it did not answer, it may have taken the letter
 * @param refusal why it will never be taken; null if it may be taken later
 */
record SmtpAnswer(boolean reached, boolean connected, @Nullable String refusal) {
  private static final SmtpAnswer AWAY = new SmtpAnswer(false, true, null);

  static SmtpAnswer of(MailException failure) {
    return chain(failure).flatMap(e -> read(e).stream()).findFirst().orElse(AWAY);
  }

  /** 5xx is for good, 4xx is for now (RFC 5321, 4.2.1). A refused sender is our mistake and not the recipient's: it waits. */
  private static Optional<SmtpAnswer> read(Throwable failure) {
    return switch (failure) {
      case SMTPAddressFailedException e -> Optional.of(answered(e.getReturnCode(), "address-refused"));
      case SMTPSendFailedException e -> Optional.of(answered(e.getReturnCode(), "message-refused"));
      case MailConnectException _ -> Optional.of(new SmtpAnswer(false, false, null));
      case AddressException _ -> Optional.of(new SmtpAnswer(true, true, "address-malformed"));
      default -> Optional.empty();
    };
  }

  private static SmtpAnswer answered(int code, String refusal) {
    return new SmtpAnswer(true, true, code >= 500 && code < 600 ? refusal : null);
  }

  /** The most telling first: mail exceptions hang on each other by {@code getNextException} and behind Spring's. */
  private static Stream<Throwable> chain(Throwable failure) {
    Stream<Throwable> behind = failure instanceof MailSendException e ? Stream.of(e.getMessageExceptions()) : Stream.empty();
    Stream<Throwable> next = failure instanceof MessagingException e ? Stream.ofNullable(e.getNextException()) : Stream.empty();
    Stream<Throwable> cause = failure instanceof MessagingException ? Stream.empty() : Stream.ofNullable(failure.getCause());
    return Stream.of(behind, next, cause).flatMap(s -> s).flatMap(SmtpAnswer::withItself);
  }

  private static Stream<Throwable> withItself(Throwable failure) {
    return Stream.concat(chain(failure), Stream.of(failure));
  }
}
