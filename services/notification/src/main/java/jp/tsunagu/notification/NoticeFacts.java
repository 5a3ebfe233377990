package jp.tsunagu.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.contracts.NotificationMessage.Channel;

/** What stands beside a notice's history, so that it is found without reading that. */
public final class NoticeFacts {
  /** The recipient's worker id. */
  public static final String RECIPIENT = "recipient";
  /** 1 until it is acknowledged, then 0; sorts the open ones above. */
  public static final String OPEN = "open";
  public static final String RAISED_AT = "raisedAt";
  public static final String KIND = "kind";
  public static final String STATE = "state";
  public static final String DEADLINE_KEY = "deadlineKey";
  public static final String URGENT = "urgent";
  /** Until when it is held back from going out. */
  public static final String NOT_BEFORE = "notBefore";
  /** When somebody else has to be told of it; absent when nobody has. */
  public static final String CLIMB_AT = "climbAt";

  /**
   * One index for a worker's list, open ones and newest first; one per lane channel, what may go out first in front; one for
   * what climbs.
   */
  public static final List<String> INDEXES = List.of(RECIPIENT + "," + OPEN + "," + RAISED_AT,
      lane(Channel.EMAIL) + "," + NOT_BEFORE, lane(Channel.WEBHOOK) + "," + NOT_BEFORE, CLIMB_AT);

  private NoticeFacts() {}

  /** The fact that says in whose lane of this channel a notice waits to go out; absent when it does not. */
  public static String lane(Channel channel) {
    return "lane" + channel.name();
  }

  static Map<String, Object> of(Notice.Told told) {
    About about = told.about();
    Map<String, Object> facts = new HashMap<>(Map.of(RECIPIENT, about.recipient().worker(), OPEN, told.acknowledged() ? 0 : 1,
        RAISED_AT, about.raisedAt(), KIND, about.kind().name(), STATE, told.progress().name()));
    if (about.deadlineKey() != null) facts.put(DEADLINE_KEY, about.deadlineKey());
    told.climbsAt().ifPresent(at -> facts.put(CLIMB_AT, at));
    if (!told.acknowledged() && !told.post().waiting().isEmpty()) lanes(told, facts);
    return facts;
  }

  private static void lanes(Notice.Told told, Map<String, Object> facts) {
    facts.put(NOT_BEFORE, told.post().notBefore());
    facts.put(URGENT, told.about().urgent());
    told.post().waiting().forEach(channel -> facts.put(lane(channel), told.about().recipient().worker()));
  }
}
