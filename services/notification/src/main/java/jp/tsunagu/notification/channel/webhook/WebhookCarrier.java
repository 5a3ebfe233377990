package jp.tsunagu.notification.channel.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.notification.channel.Carrier;
import jp.tsunagu.notification.channel.Letter;

/**
 * Calls the webhook its recipient has now. The id stays the same whenever a letter goes out again, and the signed time is new, so
 * a receiver can tell a repetition of ours from one of somebody else's.
 */
public final class WebhookCarrier implements Carrier {
  /** A person waits for the answer to a trial. */
  private static final Duration TRIAL = Duration.ofSeconds(2);

  private final Webhooks webhooks;
  private final Receivers receivers;
  private final WebhookBody bodies;
  private final Duration patience;

  WebhookCarrier(Webhooks webhooks, Receivers receivers, WebhookBody bodies, Duration patience) {
    this.webhooks = webhooks;
    this.receivers = receivers;
    this.bodies = bodies;
    this.patience = patience;
  }

  @Override
  public Channel channel() {
    return Channel.WEBHOOK;
  }

  @Override
  public boolean serves(String worker) {
    return webhooks.has(worker);
  }

  /** A host that is down keeps back only what goes to it. */
  @Override
  public String road(String worker) {
    return webhooks.of(worker).map(webhook -> channel() + " " + webhook.host()).orElse("WEBHOOK nowhere");
  }

  @Override
  public Carried carry(Letter letter) {
    Optional<Webhook> webhook = webhooks.of(letter.to());
    return webhook.isEmpty() ? new Carried.Refused("no-webhook") : call(webhook.get(), letter.id(), bodies.of(letter), patience);
  }

  /** @param id of the trial, as its request has it */
  public Carried tryOut(Webhook webhook, String id) {
    return call(webhook, id, bodies.trial(id), TRIAL);
  }

  /** Receivers compare the time with theirs, so it is the real one, wherever ours is moved. */
  private Carried call(Webhook webhook, String id, String body, Duration wait) {
    long now = InstantSource.system().instant().getEpochSecond();
    var headers = Map.of("webhook-id", id, "webhook-timestamp", Long.toString(now), "webhook-signature",
        Signature.of(webhook.secret(), id, now, body));
    return receivers.call(webhook, headers, body, wait);
  }
}
