package jp.tsunagu.identity.password;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is kept of a code that was handed out; a newer one takes its place.
 *
 * @param hash of the code
 */
@Document("log_in_letters")
record Letter(@Id String worker, String hash, Instant until) {
  @Override
  public String toString() {
    return "Letter[" + worker + " until " + until + "]";
  }
}
