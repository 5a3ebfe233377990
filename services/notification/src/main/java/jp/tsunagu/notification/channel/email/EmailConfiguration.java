package jp.tsunagu.notification.channel.email;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

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
  EmailCarrier email(JavaMailSender sender, Contacts contacts, @Value("${tsunagu.notification.email.link}") String link,
      @Value("${tsunagu.notification.email.from}") String from) {
    return new EmailCarrier(sender, contacts, new Wording(link), from);
  }
}
