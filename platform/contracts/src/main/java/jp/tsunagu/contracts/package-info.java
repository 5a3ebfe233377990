/**
 * The published language: every message a service of Tsunagu puts on Kafka, as
 * records.
 *
 * <p>
 * A message carries ids, codes and dates, never a name, an address, a phone
 * number or free text. Its body is JSON with these component names;
 * {@link jp.tsunagu.contracts.WireName} gives its versioned type. Change is
 * additive only: a breaking change is a new version beside the old one.
 */
@NullMarked
package jp.tsunagu.contracts;

import org.jspecify.annotations.NullMarked;
