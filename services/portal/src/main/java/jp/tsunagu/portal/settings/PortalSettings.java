package jp.tsunagu.portal.settings;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may decide about its door.
 *
 * @param patience     how long a page waits for the worker's own act before it is fetched from its publisher
 * @param noticeWithin how long a notice may wait before it counts as late
 * @param timeLimit    how long a service may take to begin its answer
 * @param atOnce       calls to one service at the same time
 * @param rest         how long a service that failed is left alone
 * @param rate         how many requests a client may send
 * @param tokenRate    at the token endpoint, per client address: a token lasts half an hour, so nobody needs many
 * @param longestSession after this somebody logs in again, however busy they were
 * @param audit        the gap audit
 * @param pipeline     the view over the way from service to service
 * @param live         pages that are open and hear of changes
 * @param desk         the desk's own log-in at the issuer
 */
@ConfigurationProperties("tsunagu.portal")
public record PortalSettings(@DefaultValue("300ms") Duration patience, @DefaultValue("24h") Duration noticeWithin,
    @DefaultValue("10s") Duration timeLimit, @DefaultValue("200") int atOnce, @DefaultValue("2s") Duration rest, @DefaultValue Rate rate,
    @DefaultValue TokenRate tokenRate, @DefaultValue("12h") Duration longestSession, @DefaultValue Audit audit,
    @DefaultValue Pipeline pipeline, @DefaultValue Live live, @DefaultValue Desk desk) {

  /**
   * @param burst     requests at once
   * @param perSecond requests a second, from then on
   */
  public record Rate(@DefaultValue("2000") int burst, @DefaultValue("1000") int perSecond) {}

  /**
   * @param burst     requests for a token at once, per client address
   * @param perSecond requests for a token a second, from then on
   */
  public record TokenRate(@DefaultValue("200") int burst, @DefaultValue("20") int perSecond) {}

  /**
   * @param on      whether it goes on by itself
   * @param every   how long it rests between two slices
   * @param grace   how long anything may take on its way before it is missing
   * @param slice   how many streams of a service, and how many cases, are looked at in one slice
   * @param closely how many of these cases are held against the journals
   */
  public record Audit(@DefaultValue("true") boolean on, @DefaultValue("5s") Duration every, @DefaultValue("10s") Duration grace,
      @DefaultValue("300") int slice, @DefaultValue("40") int closely) {}

  /**
   * From when on administrators see a figure as a worry.
   *
   * @param unpublished how long a commit may wait for the broker
   * @param unread      how many messages a consumer group may be behind
   * @param unaudited   how long ago the gap audit may have been through all cases
   */
  public record Pipeline(@DefaultValue("10s") Duration unpublished, @DefaultValue("500") long unread,
      @DefaultValue("10m") Duration unaudited) {
  }

  /**
   * @param ofSession open pages of one log-in; more than a browser has lines to one address
   * @param inAll     open pages of this replica
   */
  public record Live(@DefaultValue("8") int ofSession, @DefaultValue("2000") int inAll) {}

  public record Desk(@DefaultValue("tsunagu-desk") String clientId, @DefaultValue("") String clientSecret) {}
}
