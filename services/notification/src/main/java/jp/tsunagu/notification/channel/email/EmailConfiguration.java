package jp.tsunagu.notification.channel.email;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

import jp.tsunagu.notification.channel.SeenLink;
import jp.tsunagu.notification.channel.Wording;
import jp.tsunagu.runtime.calls.ServiceClients;

/** Without a mail server ({@code spring.mail.host}) there is no such channel, and nothing waits for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
class EmailConfiguration {
  @Bean
  @ConditionalOnMissingBean
  Contacts contacts(ServiceClients services) {
    return new DirectoryContacts(services);
  }

  @Bean
  EmailCarrier email(JavaMailSender sender, Contacts contacts, Wording wording, ObjectProvider<SeenLink> links,
      @Value("${tsunagu.notification.email.from}") String from) {
    return new EmailCarrier(sender, contacts, wording, links.getIfAvailable(() -> _ -> Optional.empty()), from);
  }
}
