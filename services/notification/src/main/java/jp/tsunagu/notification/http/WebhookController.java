package jp.tsunagu.notification.http;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jp.tsunagu.notification.channel.Carrier.Carried;
import jp.tsunagu.notification.channel.NotNow;
import jp.tsunagu.notification.channel.webhook.Webhook;
import jp.tsunagu.notification.channel.webhook.WebhookCarrier;
import jp.tsunagu.notification.channel.webhook.WebhookRules;
import jp.tsunagu.notification.channel.webhook.Webhooks;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Nothing;
import jp.tsunagu.runtime.http.Problem;

/** Everybody's own webhook. Its address and secret are never told again. */
@RestController
@RequestMapping("/api/notices/webhook")
class WebhookController {
  private final Optional<Parts> parts;

  private record Parts(Webhooks webhooks, WebhookCarrier carrier, WebhookRules rules) {}

  WebhookController(ObjectProvider<Webhooks> webhooks, ObjectProvider<WebhookCarrier> carrier, ObjectProvider<WebhookRules> rules) {
    this.parts = webhooks.stream().findFirst().map(found -> new Parts(found, carrier.getObject(), rules.getObject()));
  }

  record Wanted(@NotBlank @Size(max = 2_000) @Schema(example = "https://hooks.example.org/services/T0/B0/x") String url) {}

  /** @param secret for checking signatures; told this once */
  record Set(String secret) {}

  /** @param reason a code; absent when it was delivered */
  record Tried(boolean delivered, @Nullable String reason) {}

  @PutMapping
  @Operation(summary = "Call me here; answers the secret that requests are signed with, this once")
  Set set(@Valid @RequestBody Wanted wanted, Act act) {
    return new Set(parts().webhooks().put(act.by().worker(), parts().rules().read(wanted.url())));
  }

  @DeleteMapping
  @Operation(summary = "Call me nowhere any more")
  ResponseEntity<Void> remove(Act act) {
    parts().webhooks().remove(act.by().worker());
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/trial")
  @Operation(summary = "Call my webhook now, to see whether it works")
  Tried tryOut(@RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    Webhook webhook = parts().webhooks().of(act.by().worker())
        .orElseThrow(() -> Problem.conflict("no-webhook", "No webhook is set."));
    try {
      return switch (parts().carrier().tryOut(webhook, act.newId("t"))) {
        case Carried.Delivered _ -> new Tried(true, null);
        case Carried.Refused(String reason) -> new Tried(false, reason);
      };
    } catch (NotNow e) {
      return new Tried(false, "not-now");
    }
  }

  private Parts parts() {
    return parts.orElseThrow(() -> Problem.conflict("webhooks-closed", "This installation has no key to seal webhooks with."));
  }
}
