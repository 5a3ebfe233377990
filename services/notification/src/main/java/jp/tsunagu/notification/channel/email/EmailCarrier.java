package jp.tsunagu.notification.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.notification.channel.Carrier;
import jp.tsunagu.notification.channel.Letter;
import jp.tsunagu.notification.channel.NotNow;
import jp.tsunagu.notification.channel.SeenLink;
import jp.tsunagu.notification.channel.Wording;

/** Sends a letter to the address its recipient has now. */
final class EmailCarrier implements Carrier {
  private final JavaMailSender sender;
  private final Contacts contacts;
  private final Wording wording;
  private final SeenLink links;
  private final String from;

  EmailCarrier(JavaMailSender sender, Contacts contacts, Wording wording, SeenLink links, String from) {
    this.sender = sender;
    this.contacts = contacts;
    this.wording = wording;
    this.links = links;
    this.from = from;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Carried carry(Letter letter) {
    Optional<String> address = address(letter.to());
    if (address.isEmpty()) return new Carried.Refused("no-address");
    try {
      sender.send(mail(letter, address.get()));
      return new Carried.Delivered();
    } catch (MailException e) {
      SmtpAnswer answer = SmtpAnswer.of(e);
      if (answer.refusal() != null) return new Carried.Refused(answer.refusal());
      throw answer.reached() ? NotNow.forThisLetter("the mail server said not now") : away(answer);
    }
  }

  private static NotNow away(SmtpAnswer answer) {
    return answer.connected() ? NotNow.perhapsTaken("the mail server hung up") : NotNow.forAnybody("no mail server");
  }

  private Optional<String> address(String worker) {
    try {
      return contacts.addressOf(worker);
    } catch (RuntimeException directoryAway) {
      throw NotNow.forThisLetter("no address could be asked");
    }
  }

  /** The id stays the same when a letter goes out again after a crash, so a mail program can tell that it is one. */
  private MimeMessage mail(Letter letter, String address) {
    MimeMessage mail = sender.createMimeMessage();
    try {
      var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(address);
      helper.setSubject(wording.subject(letter));
      helper.setText(body(letter));
      mail.setHeader("Message-ID", "<" + letter.id() + "@tsunagu>");
      mail.setHeader("Auto-Submitted", "auto-generated");
      return mail;
    } catch (MessagingException e) {
      throw new MailParseException(e);
    }
  }

  private String body(Letter letter) {
    Optional<String> link = links.of(letter);
    return part(letter, link, Locale.JAPANESE) + "\n----\n\n" + part(letter, link, Locale.ENGLISH);
  }

  private String part(Letter letter, Optional<String> link, Locale language) {
    String answer = link.map(to -> wording.text("seen.mail", language) + "\n" + to + "\n\n").orElse("");
    return wording.says(letter, language) + "\n\n" + wording.text("open", language) + "\n" + wording.link() + "\n\n" + answer
        + wording.text("footer", language) + "\n";
  }
}
