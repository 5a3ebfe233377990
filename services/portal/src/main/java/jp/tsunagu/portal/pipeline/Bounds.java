package jp.tsunagu.portal.pipeline;

import java.time.Duration;

/**
 * From when on a figure is a worry.
 *
 * @param unpublished how long a commit may wait for the broker
 * @param unread      how many messages a consumer group may be behind
 * @param unaudited   how long ago the gap audit may have been through everything
 */
public record Bounds(Duration unpublished, long unread, Duration unaudited) {}
