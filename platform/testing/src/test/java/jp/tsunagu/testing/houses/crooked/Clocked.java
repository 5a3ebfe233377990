package jp.tsunagu.testing.houses.crooked;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;

record Clocked(LocalDate on, Supplier<UUID> ids) {
  static Clocked now() {
    return new Clocked(LocalDate.now(ZoneOffset.UTC), UUID::randomUUID);
  }
}
