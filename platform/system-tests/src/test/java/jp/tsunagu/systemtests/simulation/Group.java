package jp.tsunagu.systemtests.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.systemtests.simulation.SimulatedBroker.Place;

/**
 * The replicas of a service share out partitions. What is committed stays; where a reader stands beyond that is forgotten
 * whenever the partition changes hands, so that the next one gets the same again.
 */
final class Group {
  private final List<Place> places;
  private final Map<Place, Integer> committed = new TreeMap<>();
  private final Map<Place, Reading> readings = new TreeMap<>();

  /** Somebody's turn at a partition. */
  static final class Reading {
    private final Life by;
    private int position;

    private Reading(Life by, int position) {
      this.by = by;
      this.position = position;
    }

    int position() {
      return position;
    }
  }

  Group(List<Place> places) {
    this.places = places;
  }

  List<Place> places() {
    return places;
  }

  /** @return null where it is somebody else's turn, or nobody's */
  @Nullable
  Reading turnOf(Life life, Place place) {
    Reading reading = readings.get(place);
    return reading != null && reading.by == life ? reading : null;
  }

  void assign(Place place, Life life) {
    readings.put(place, new Reading(life, committed.getOrDefault(place, 0)));
  }

  /** Gives away what nobody alive reads. */
  void assignFree(List<Life> living, Lot lot) {
    for (Place place : places) {
      Reading reading = readings.get(place);
      if (!living.isEmpty() && (reading == null || !reading.by.alive())) assign(place, lot.of(living));
    }
  }

  /** A reader whose turn is over moves nobody. */
  void moved(Place place, Reading reading, int position) {
    if (readings.get(place) == reading) reading.position = position;
  }

  void commit(Life life) {
    readings.forEach((place, reading) -> {
      if (reading.by == life) committed.put(place, reading.position);
    });
  }

  boolean isThrough(SimulatedBroker broker) {
    return places.stream().allMatch(place -> committed.getOrDefault(place, 0) == broker.end(place));
  }
}
