package jp.tsunagu.referral;

import java.util.List;

/** 支援会議: its members' organisations may be asked to take the person on that basis. */
public record Meeting(String id, List<String> organisations) {
  public Meeting {
    organisations = List.copyOf(organisations);
  }
}
