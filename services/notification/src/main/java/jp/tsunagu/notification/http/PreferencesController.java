package jp.tsunagu.notification.http;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.notification.preference.PreferenceStore;
import jp.tsunagu.notification.preference.Preferences;
import jp.tsunagu.notification.preference.QuietHours;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;

/** Everybody's own, and nobody else's: there is no worker in the path. */
@RestController
@RequestMapping("/api/notices/preferences")
class PreferencesController {
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  private final PreferenceStore preferences;

  PreferencesController(PreferenceStore preferences) {
    this.preferences = preferences;
  }

  enum Outside {
    EMAIL, WEBHOOK
  }

  /** @param channels besides the in-app inbox, which is always there; times are Japan's, such as 22:00 */
  record Wanted(@NotNull @Size(max = 2) List<@NotNull Outside> channels, @Valid @Nullable Quiet quietHours, @Valid @Nullable Daily digest) {
    static Wanted of(Preferences known) {
      QuietHours quiet = known.quietHours();
      return new Wanted(known.channels().stream().map(c -> Outside.valueOf(c.name())).sorted().toList(),
          quiet == null ? null : new Quiet(quiet.from().toString(), quiet.to().toString()),
          known.digestAt() == null ? null : new Daily(known.digestAt().toString()));
    }

    Preferences preferences() {
      Set<Channel> wanted = EnumSet.noneOf(Channel.class);
      channels.forEach(c -> wanted.add(Channel.valueOf(c.name())));
      return new Preferences(wanted, quietHours == null ? null : quietHours.hours(), digest == null ? null : LocalTime.parse(digest.at()));
    }
  }

  record Quiet(@NotNull @Pattern(regexp = TIME) @Schema(example = "22:00") String from,
      @NotNull @Pattern(regexp = TIME) @Schema(example = "07:00") String to) {
    QuietHours hours() {
      if (from.equals(to))
        throw Problem.invalid("quietHours.to", "same-time", "Quiet hours begin and end at different times.");
      return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }
  }

  record Daily(@NotNull @Pattern(regexp = TIME) @Schema(example = "08:30") String at) {}

  @GetMapping
  @Operation(summary = "How I want to be told")
  Wanted mine(Caller caller) {
    return Wanted.of(preferences.of(caller.worker()));
  }

  @PutMapping
  @Operation(summary = "How I want to be told from now on; what is urgent comes at any hour")
  Wanted set(@Valid @RequestBody Wanted wanted, Act act) {
    preferences.put(act.by().worker(), wanted.preferences());
    return Wanted.of(preferences.of(act.by().worker()));
  }
}
