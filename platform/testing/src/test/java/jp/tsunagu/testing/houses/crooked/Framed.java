package jp.tsunagu.testing.houses.crooked;

import org.apache.kafka.common.TopicPartition;

record Framed(TopicPartition partition) {}
