package jp.tsunagu.systemtests.fuzz;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import jp.tsunagu.systemtests.api.Api;
import jp.tsunagu.systemtests.api.Asked;
import jp.tsunagu.systemtests.api.Operation;
import jp.tsunagu.systemtests.api.Sample;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests by number: the same seed and number give the same request, whoever asks for it and when.
 *
 * @param tokens of those who ask, an empty one for nobody
 * @param things what addresses may name: for each variable its value
 * @param known  for bodies, see {@link Sample}
 */
public record Requests(long seed, Api api, List<String> tokens, List<Map<String, String>> things, Map<String, ?> known) {
  private static final List<Mutation> MUTATIONS = Stream.of(InBody.ALL, InBody.ALL, Around.ALL).flatMap(List::stream).toList();

  public Asked number(int number) {
    var random = new SplittableRandom(seed + number * 0x9e3779b97f4a7c15L);
    Operation operation = Mutation.one(api.operations(), random);
    Asked asked = fitting(operation, random);
    for (int wrong = random.nextInt(4); wrong > 0; wrong--) asked = Mutation.one(MUTATIONS, random).of(asked, random);
    return asked;
  }

  private Asked fitting(Operation operation, SplittableRandom random) {
    Asked asked = Asked.of(operation.method(), operation.at(Mutation.one(things, random)));
    String token = Mutation.one(tokens, random);
    if (!token.isEmpty()) asked = asked.with("Authorization", "Bearer " + token);
    if (operation.query().stream().anyMatch(Operation.Query::required)) asked = asked.at(asked.target() + "?q=x");
    if (operation.body() == null) return asked;
    Object body = new Sample(api, known, random.nextBoolean()).of(operation.body());
    return asked.carrying("application/json", JsonMapper.shared().writeValueAsBytes(body));
  }
}
