package jp.tsunagu.testing.houses.tidy;

import org.apache.kafka.common.TopicPartition;

import jp.tsunagu.testing.houses.tidy.http.VisitController;
import jp.tsunagu.testing.houses.tidy.outbox.VisitOutbox;

/** Puts the service together, so it may know everything. */
record TidyApplication(VisitController door, VisitOutbox outbox, TopicPartition partition) {}
