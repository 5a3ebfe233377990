package jp.tsunagu.notification.preference;

import com.mongodb.client.MongoDatabase;

/** What workers prefer, for the simulation. */
public final class Preferred {
  private Preferred() {}

  public static PreferenceStore in(MongoDatabase database) {
    return new PreferenceStore(database);
  }
}
