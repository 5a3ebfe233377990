package jp.tsunagu.notification.channel;

import jp.tsunagu.runtime.relay.MongoLeases;

/** Whose lanes, and whose climbing notices, are this replica's. Not a bean of its own type: the relay's leases are another kind. */
public record LaneLeases(MongoLeases leases) {}
