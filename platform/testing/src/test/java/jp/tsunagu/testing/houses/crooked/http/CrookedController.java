package jp.tsunagu.testing.houses.crooked.http;

import org.apache.kafka.clients.producer.Producer;

import jp.tsunagu.testing.houses.crooked.inbox.Mail;

public record CrookedController(Mail mail, Producer<String, String> producer) {}
